package io.upswing.deploy.bench;

import io.upswing.deploy.bench.History.Patient;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The best free starts of two weeks at a site of forty chairs, for the next session of one patient after the other. */
final class SlotsBench {
    private static final ClosedLoop ONE_CLIENT = new ClosedLoop(1);

    /** The compiler is busy for that long, and on two cores every request that is answered meanwhile feels it. */
    static final int WARM_UP = 12_000;

    private static final int TIMED = 1_000;
    private static final double P99_MILLIS = 10;

    private final Desk desk;
    private final List<Patient> patients;
    private final LocalDate from;
    private final int warmUp;

    /** {@code from}: the first of the days that are looked at; {@code warmUp}: how many searches are not timed. */
    SlotsBench(Desk desk, List<Patient> patients, LocalDate from, int warmUp) {
        this.desk = desk;
        this.patients = patients;
        this.from = from;
        this.warmUp = warmUp;
    }

    /** {@code among}: how many appointments there are. */
    void run(String among, Consumer<Figure> report) {
        ONE_CLIENT.run(0, TIMED, number -> desk.askWhetherAlive());
        var alive = ONE_CLIENT.run(0, TIMED, number -> desk.askWhetherAlive()).latencies();
        ONE_CLIENT.run(0, warmUp, this::look);
        var looks = ONE_CLIENT.run(0, TIMED, this::look).latencies();
        report.accept(Figure.unasked("free slots, " + among + ", p50", looks.percentile(50), limit(alive, 50)));
        report.accept(
                Figure.atMost("free slots, " + among + ", p99", looks.percentile(99), limit(alive, 99), P99_MILLIS));
    }

    private void look(int number) {
        desk.lookForSlots(patients.get(number % patients.size()), from);
    }

    private static Limit limit(Latencies alive, int percent) {
        return new Limit("an answer that reads nothing, p" + percent, alive.percentile(percent));
    }
}

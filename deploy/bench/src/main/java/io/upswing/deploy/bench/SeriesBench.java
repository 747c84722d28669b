package io.upswing.deploy.bench;

import io.upswing.deploy.bench.History.Patient;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The eight sessions of an induction, booked at once for one patient after the other. */
final class SeriesBench {
    private static final ClosedLoop ONE_CLIENT = new ClosedLoop(1);

    /** The compiler is busy for that long. */
    static final int PROPOSED = 2_000;

    private static final int WARM_UP = 150;
    private static final int TIMED = 150;
    private static final int SENDS = 500;
    private static final int WEEKS_OF_BEGINNINGS = 8;
    private static final double P99_MILLIS = 50;

    /** How many patients it takes. */
    static final int PATIENTS = WARM_UP + TIMED;

    private final Desk desk;
    private final List<Patient> patients;
    private final LocalDate from;
    private final String bootstrapServers;
    private final int proposed;

    /** {@code from}: the first day on which a series may begin; {@code proposed}: how many are before any is booked. */
    SeriesBench(Desk desk, List<Patient> patients, LocalDate from, String bootstrapServers, int proposed) {
        this.desk = desk;
        this.patients = patients;
        this.from = from;
        this.bootstrapServers = bootstrapServers;
        this.proposed = proposed;
    }

    /** {@code among}: how many appointments there are. */
    void run(String among, Consumer<Figure> report) {
        ONE_CLIENT.run(0, proposed, this::propose);
        ONE_CLIENT.run(0, WARM_UP, this::book);
        var sends = SendBench.run(bootstrapServers, SENDS, SENDS);
        var series = ONE_CLIENT.run(WARM_UP, TIMED, this::book).latencies();
        report.accept(
                Figure.unasked("series of 8 booked, " + among + ", p50", series.percentile(50), limit(sends, 50)));
        report.accept(Figure.atMost(
                "series of 8 booked, " + among + ", p99", series.percentile(99), limit(sends, 99), P99_MILLIS));
    }

    private void propose(int number) {
        desk.proposeSeries(patients.get(number % patients.size()), beginning(number));
    }

    private void book(int number) {
        desk.bookSeries(patients.get(number), beginning(number));
    }

    /** Not all in the same month, which would be full before the end. */
    private LocalDate beginning(int number) {
        return from.plusWeeks(number % WEEKS_OF_BEGINNINGS);
    }

    private static Limit limit(Latencies sends, int percent) {
        return new Limit("one client's acks=all send, p" + percent, sends.percentile(percent));
    }
}

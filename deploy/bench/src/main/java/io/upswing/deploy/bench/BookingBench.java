package io.upswing.deploy.bench;

import io.upswing.deploy.bench.History.Patient;
import io.upswing.deploy.embedded.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Treatments booked one by one, each 201 after the log has it, while a calendar fills up to seven tenths; beside it what
 * the same server appends of bare statements.
 */
final class BookingBench {
    private static final int ROUNDS = 3;
    private static final int WARM_UP = 5_000;
    private static final int A_SECOND = 100;
    private static final double AT_LEAST = 1_000;

    private final Desk desk;
    private final List<Patient> patients;
    private final List<SiteCalendar.Seat> seats;
    private final Sizes sizes;
    private Latencies latest = new Latencies();
    private int booked;

    /** {@code seats}: one for each of the patients. */
    BookingBench(Desk desk, List<Patient> patients, List<SiteCalendar.Seat> seats, Sizes sizes) {
        this.desk = desk;
        this.patients = patients;
        this.seats = seats;
        this.sizes = sizes;
    }

    /** How many patients it takes. */
    static int patients(Sizes sizes) {
        return WARM_UP + ROUNDS * aRound(sizes);
    }

    private static int aRound(Sizes sizes) {
        return A_SECOND * sizes.seconds();
    }

    /**
     * @param among how many appointments there are
     * @param bare an empty database on the same server, for the bare appends of {@code crowd}
     */
    void run(String among, Database bare, Crowd crowd, Consumer<Figure> report) throws SQLException {
        book(WARM_UP);
        try (var appends = BareAppends.in(bare)) {
            var duel = Duel.of(() -> book(aRound(sizes)), () -> crowd.perSecond(appends.writers(true)));
            var limit = new Limit("bare appends: " + BareAppends.MARKED, Quantity.perSecond(duel.limit()));
            report.accept(Figure.atLeast("bookings (201), " + among, duel.measured(), limit, AT_LEAST)
                    .noting(String.format(
                            Locale.ROOT,
                            "%d connections; in the last round answered p50 %s, p99 %s",
                            sizes.writers(),
                            latest.percentile(50),
                            latest.percentile(99))));
        }
    }

    private double book(int count) {
        var outcome = new ClosedLoop(sizes.writers())
                .run(booked, count, number -> desk.book(patients.get(number), seats.get(number)));
        booked += count;
        latest = outcome.latencies();
        return outcome.perSecond();
    }
}

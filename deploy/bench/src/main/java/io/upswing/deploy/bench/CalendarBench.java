package io.upswing.deploy.bench;

import io.upswing.deploy.local.LocalSystem;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What is looked for and booked in a small calendar and, where a larger one is asked for, in that too. */
final class CalendarBench {
    /** The kinds of figures. */
    static final Set<String> KINDS = Set.of("slots", "series", "booking");

    private static final int SMALL = 10_000;
    private static final int LOOKING = 200;
    private static final String BARE = "bare_appends";

    private final LocalSystem system;
    private final String clinic;
    private final Sizes sizes;
    private final LocalDate today;
    private final Set<String> wanted;
    private final Ids ids = new Ids(4_711);

    CalendarBench(LocalSystem system, String clinic, Sizes sizes, LocalDate today, Set<String> wanted) {
        this.system = system;
        this.clinic = clinic;
        this.sizes = sizes;
        this.today = today;
        this.wanted = wanted;
    }

    void run(Consumer<Figure> report) throws SQLException {
        var there = 0;
        for (var appointments : steps(sizes.appointments())) {
            var waiting = LOOKING + SeriesBench.PATIENTS + BookingBench.patients(sizes);
            var history = new CalendarHistory(clinic, ids, today, appointments - there, waiting);
            new CalendarFill(system).fill(history, report);
            there += history.appointments();
            measure(history, String.format(Locale.ROOT, "%,d appointments", there), report);
        }
    }

    /** The large calendar holds the small one, whose measured site lies aside then. */
    static List<Integer> steps(int appointments) {
        return appointments > 2 * SMALL ? List.of(SMALL, appointments) : List.of(appointments);
    }

    private void measure(CalendarHistory history, String among, Consumer<Figure> report) throws SQLException {
        var desk = new Desk(system.api(clinic), history.site().id());
        var waiting = history.waiting();
        var from = history.firstDay();
        if (wanted.contains("slots")) {
            new SlotsBench(desk, waiting.subList(0, LOOKING), from, SlotsBench.WARM_UP).run(among, report);
        }
        if (wanted.contains("series")) {
            var patients = waiting.subList(LOOKING, LOOKING + SeriesBench.PATIENTS);
            new SeriesBench(desk, patients, from, system.bootstrapServers(), SeriesBench.PROPOSED).run(among, report);
        }
        if (wanted.contains("booking")) {
            system.databases().drop(BARE);
            var patients = waiting.subList(LOOKING + SeriesBench.PATIENTS, waiting.size());
            var crowd = new Crowd(sizes.writers(), Duration.ofSeconds(1), Duration.ofSeconds(2));
            new BookingBench(desk, patients, history.seatsToFill(patients.size()), sizes)
                    .run(among, system.databases().create(BARE), crowd, report);
        }
    }
}

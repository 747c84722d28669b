package io.upswing.deploy.local.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What became of the demand of a month: in how many days the inductions that were booked from the start are done. */
record Inductions(List<List<LocalDate>> series) {
    private static final int SESSIONS = 8;
    private static final int DAYS_ON_LABEL = 28;

    void print(PrintStream out) {
        var days = series.stream()
                .filter(dates -> dates.size() == SESSIONS)
                .map(dates -> ChronoUnit.DAYS.between(dates.getFirst(), dates.getLast()))
                .sorted()
                .toList();
        out.printf("%d series were booked at once, %d of them whole inductions.%n", series.size(), days.size());
        if (!days.isEmpty()) {
            out.printf(
                    "  from the first to the 8th session: median %s days, %d to %d; on label %d.%n%n",
                    median(days), days.getFirst(), days.getLast(), DAYS_ON_LABEL);
        }
    }

    private static String median(List<Long> sorted) {
        var middle = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
        return middle == Math.rint(middle) ? Long.toString((long) middle) : Double.toString(middle);
    }
}

package io.upswing.session.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a protocol in the pattern that was chosen: what a course pins. {@code remission}: highest score that is
 * still remission, by instrument. {@code sources}: where the numbers outside the phases come from, by their names.
 */
public record Schedule(
        String protocolId,
        int version,
        LocalDate effectiveOn,
        String pattern,
        String route,
        String scale,
        Map<String, Integer> remission,
        int lapseDays,
        boolean rems,
        boolean oralAntidepressantRequired,
        Doses doses,
        Durations durations,
        Observation observation,
        List<Phase> phases,
        Map<String, Source> sources) {

    public Schedule {
        remission = Map.copyOf(remission);
        phases = List.copyOf(phases);
        sources = Map.copyOf(sources);
    }

    /**
     * {@code unit}: mg (then {@code allowed} lists the doses) or mgPerKg (then {@code min..max} is the range).
     * {@code deviceMg}: the mg of one nasal device, null for other routes.
     */
    public record Doses(
            String unit,
            List<BigDecimal> allowed,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal start,
            List<Day1Dose> day1,
            @Nullable BigDecimal deviceMg) {
        public Doses {
            allowed = List.copyOf(allowed);
            day1 = List.copyOf(day1);
        }
    }

    /** The first session's doses for ages from {@code ageFrom} (inclusive) to {@code ageBelow} (exclusive). */
    public record Day1Dose(
            @Nullable Integer ageFrom, @Nullable Integer ageBelow, List<BigDecimal> allowed) {
        public Day1Dose {
            allowed = List.copyOf(allowed);
        }
    }

    /** Minutes in the chair; {@code perFurtherDevice} is added to {@code dosing} for each nasal device after the first. */
    public record Durations(int checkIn, int dosing, int perFurtherDevice, int discharge, int turnover) {}

    /** Minutes from the end of dosing; {@code unescortedMinutes} null where nobody leaves alone. */
    public record Observation(int minutes, @Nullable Integer unescortedMinutes, boolean untilResolved) {}
}

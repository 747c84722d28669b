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
        Map<String, Source> sources,
        @Nullable Care care) {

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

    /**
     * Minutes from the last device, the end of the infusion or the injection, or from the first dose where
     * {@code fromFirstDose} says so; {@code unescortedMinutes} null where nobody leaves alone. {@code untilResolved}:
     * whether the protocol's source says that sedation, dissociation and respiratory depression must have resolved; it is
     * shown only, for nobody is discharged before that whatever the protocol.
     */
    public record Observation(
            int minutes,
            @Nullable Integer unescortedMinutes,
            boolean untilResolved,
            @Nullable Boolean fromFirstDose) {}

    /** What is asked, read and watched in each session. Sources are cited as care.vitals, care.bloodPressure and so on. */
    public record Care(
            Vitals vitals,
            BloodPressure bloodPressure,
            Preparation preparation,
            @Nullable Infusion infusion) {}

    /**
     * When vital signs are read, in minutes from the first dose: {@code before} it, {@code everyMinutes} while an
     * infusion runs, at its end, at each of {@code afterMinutes}, and before discharge. A reading is late after
     * {@code toleranceMinutes}; where several devices are given, not before its minutes have passed since the last.
     */
    public record Vitals(
            boolean before,
            @Nullable Integer everyMinutes,
            boolean atEnd,
            List<Integer> afterMinutes,
            boolean beforeDischarge,
            int toleranceMinutes) {
        public Vitals {
            afterMinutes = List.copyOf(afterMinutes);
        }
    }

    /**
     * Strictly more than {@code systolic} or {@code diastolic} mmHg before a dose is a prompt, at or above the urgent ones
     * at any time; one that has not declined at the end of observation is read again every {@code repeatMinutes}.
     */
    public record BloodPressure(
            int systolic,
            int diastolic,
            @Nullable Integer urgentSystolic,
            @Nullable Integer urgentDiastolic,
            int repeatMinutes) {}

    /** Minutes without food, liquid and nasal products before the dose; days for which a weight holds. Null: not asked. */
    public record Preparation(
            @Nullable Integer foodMinutes,
            @Nullable Integer liquidMinutes,
            @Nullable Integer nasalProductMinutes,
            @Nullable Integer weightDays,
            boolean ride,
            boolean pregnancy) {}

    /** An infusion's length and the vial that it is drawn from. */
    public record Infusion(int minutes, BigDecimal vialMg, BigDecimal vialMl) {}
}

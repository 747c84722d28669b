package io.upswing.series;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** R17: what a score means beside the one from which a course started. Lower is better on every scale that has a cut-off. */
public final class Scores {
    private Scores() {}

    /**
     * The last score of an instrument up to day 1 of the course, as known on a date; empty before there is a day 1. On day 1
     * itself the time at which it was taken decides.
     */
    public static Optional<MeasureFact> baseline(
            CourseFacts course, PatientFacts patient, String instrument, LocalDate on) {
        return baseline(Walk.upTo(on, course), patient, instrument);
    }

    static Optional<MeasureFact> baseline(Progress progress, PatientFacts patient, String instrument) {
        var day1 = progress.day1();
        return day1 == null ? Optional.empty() : Optional.ofNullable(patient.lastScore(instrument, day1));
    }

    /** At least half of the baseline is gone; from a baseline of 0 nothing can go. */
    public static boolean response(int baseline, int score) {
        return baseline > 0 && 2 * score <= baseline;
    }

    /** The highest score that is remission under the protocol that the course is held to on a date. */
    public static Optional<Integer> remissionCutOff(CourseFacts course, String instrument, LocalDate on) {
        return Optional.ofNullable(cutOff(course.prescriptionOn(on), instrument));
    }

    public static boolean remission(int cutOff, int score) {
        return score <= cutOff;
    }

    static @Nullable Integer cutOff(Prescription prescription, String instrument) {
        return prescription.remission().get(instrument);
    }
}

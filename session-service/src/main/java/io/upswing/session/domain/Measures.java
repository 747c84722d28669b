package io.upswing.session.domain;

import io.upswing.series.MeasureFact;
import io.upswing.series.Scores;
import io.upswing.session.domain.SessionCommand.RecordMeasure;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scale as it was answered, scored, and read beside the course that it was taken in. */
final class Measures {
    private Measures() {}

    static MeasureRecorded record(RecordMeasure command, Chart chart, Occasion occasion) {
        occasion.requireNotAfterToday("on", command.on());
        var instrument = command.instrument();
        var score = score(instrument, command.answers(), command.score());
        var course = course(command, chart).orElse(null);
        var seen = course == null || score == null || !instrument.showsResponse()
                ? Seen.NOTHING
                : Seen.in(course, chart, command, score);
        return new MeasureRecorded(
                command.patientId(),
                course == null ? null : course.id(),
                instrument.name(),
                command.answers(),
                score,
                command.on(),
                command.at(),
                band(instrument, command.answers(), score),
                seen.baseline(),
                seen.response(),
                seen.remission(),
                seen.cutOff(),
                Suicidality.needsClinician(instrument, command.answers()));
    }

    /** R17: what a score means in its course. The cut-off is stored, for those of protocols differ. */
    private record Seen(
            @Nullable Integer baseline,
            @Nullable Boolean response,
            @Nullable Boolean remission,
            @Nullable Integer cutOff) {
        static final Seen NOTHING = new Seen(null, null, null, null);

        static Seen in(Course course, Chart chart, RecordMeasure command, int score) {
            var cutOff = course.schedule(command.on())
                    .remission()
                    .get(command.instrument().name());
            var baseline = baseline(course, chart, command);
            return new Seen(
                    baseline,
                    baseline == null ? null : (Boolean) Scores.response(baseline, score),
                    cutOff == null ? null : (Boolean) Scores.remission(cutOff, score),
                    cutOff);
        }

        /** A score up to day 1 may itself become the baseline: it is a response to nothing. */
        private static @Nullable Integer baseline(Course course, Chart chart, RecordMeasure command) {
            var day1 = course.standing(chart.patient(), command.on()).day1();
            return day1 == null || !command.on().isAfter(day1)
                    ? null
                    : Scores.baseline(
                                    course.facts(),
                                    chart.patient(),
                                    command.instrument().name(),
                                    command.on())
                            .map(MeasureFact::score)
                            .orElse(null);
        }
    }

    private static @Nullable Integer score(
            Instrument instrument, @Nullable List<Integer> answers, @Nullable Integer score) {
        if ((answers == null) == (score == null)) {
            throw Refused.badInput("score", "exactly one of answers and score is needed");
        }
        if (answers == null) {
            instrument.requireScore(score);
            return score;
        }
        instrument.requireAnswers(answers);
        return instrument.hasScore() ? (Integer) instrument.score(answers) : null;
    }

    private static @Nullable String band(
            Instrument instrument, @Nullable List<Integer> answers, @Nullable Integer score) {
        if (score != null) {
            return instrument.band(score);
        }
        return answers == null ? null : Suicidality.risk(answers);
    }

    /** The one that is named, else the latest that is not over on that date; scores may come before any course. */
    private static Optional<Course> course(RecordMeasure command, Chart chart) {
        return command.courseId() == null
                ? chart.latestCourse(course -> !isOver(course, chart, command.on()))
                : Optional.of(chart.course(command.courseId()));
    }

    private static boolean isOver(Course course, Chart chart, LocalDate on) {
        return switch (course.standing(chart.patient(), on).state()) {
            case STOPPED, COMPLETED -> true;
            case PAUSED, NOT_STARTED, LAPSED, GATE_PENDING, OVERDUE, LATE, WINDOW_OPEN, NOT_DUE -> false;
        };
    }
}

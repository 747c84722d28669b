package io.upswing.session.view;

import io.upswing.session.domain.Chart;
import io.upswing.session.domain.Course;
import io.upswing.session.domain.Measure;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data of a chart: the patient's scores beside the doses, intervals and decisions of a course, each by date. */
public record Trend(List<Score> scores, List<DatedDose> doses, List<Interval> intervals, List<Decision> decisions) {

    /** {@code courseId}: the course in which it was taken. */
    public record Score(
            LocalDate on,
            String instrument,
            int score,
            @Nullable String band,
            @Nullable UUID courseId) {}

    public record DatedDose(LocalDate on, BigDecimal mg, boolean counted) {}

    /** {@code days} between sessions, from that date on. */
    public record Interval(LocalDate from, int days) {}

    /** {@code what}: BENEFIT, LAPSE, PAUSE, RESUMPTION, PROTOCOL_VERSION or CLOSURE. */
    public record Decision(
            LocalDate on, String what, @Nullable String outcome) {}

    public static Trend of(Chart chart, Course course) {
        return new Trend(scores(chart), doses(course), intervals(course), decisions(course));
    }

    private static List<Score> scores(Chart chart) {
        return chart.measures().stream()
                .filter(measure -> !measure.voided())
                .map(Measure::recorded)
                .filter(recorded -> recorded.score() != null)
                .map(recorded -> new Score(
                        recorded.on(),
                        recorded.instrument(),
                        Objects.requireNonNull(recorded.score()),
                        recorded.band(),
                        recorded.courseId()))
                .toList();
    }

    private static List<DatedDose> doses(Course course) {
        var doses = new ArrayList<DatedDose>();
        for (var fact : course.facts().given().sessions()) {
            if (fact.dosed()) {
                var mg = course.session(fact.id()).orElseThrow().givenMg();
                doses.add(new DatedDose(fact.on(), mg, fact.counts()));
            }
        }
        return doses;
    }

    private static List<Interval> intervals(Course course) {
        var decided = course.standing(IntervalDecided.class).map(each -> new Interval(each.from(), each.days()));
        var continued = course.standing(BenefitDecided.class)
                .flatMap(each -> Stream.ofNullable(each.intervalDays()).map(days -> new Interval(each.on(), days)));
        return Stream.concat(decided, continued)
                .sorted(Comparator.comparing(Interval::from))
                .toList();
    }

    private static List<Decision> decisions(Course course) {
        return Stream.of(
                        course.standing(BenefitDecided.class)
                                .map(each -> new Decision(each.on(), "BENEFIT", each.outcome())),
                        course.standing(LapseDecided.class)
                                .map(each -> new Decision(each.on(), "LAPSE", each.outcome())),
                        course.standing(CoursePaused.class).map(each -> new Decision(each.from(), "PAUSE", null)),
                        course.standing(CourseResumed.class).map(each -> new Decision(each.on(), "RESUMPTION", null)),
                        course.standing(ProtocolVersionChanged.class)
                                .map(each -> new Decision(
                                        each.on(), "PROTOCOL_VERSION", Integer.toString(each.protocolVersion()))),
                        course.standing(CourseClosed.class).map(each -> new Decision(each.on(), "CLOSURE", null)))
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Decision::on))
                .toList();
    }
}

package io.upswing.series;

import static io.upswing.series.CourseFixture.AT;
import static io.upswing.series.CourseFixture.COURSE;
import static io.upswing.series.CourseFixture.PATIENT;
import static io.upswing.series.CourseFixture.id;

import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Generated histories of courses: mostly plausible, with late, odd and contradictory facts among them. */
final class Histories {
    static final LocalDate START = LocalDate.parse("2026-03-02");

    /** What happens some days after the step before. */
    enum What {
        GIVEN,
        GIVEN_IN_PART,
        GIVEN_IN_PART_AND_COUNTED_LATER,
        GIVEN_AND_MOVED_A_DAY,
        GIVEN_AND_VOIDED,
        FOLLOWED_UP,
        CONTINUED,
        EXTENDED,
        COMPLETED,
        STOPPED,
        INTERVAL_CHANGED,
        PAUSED,
        RESUMED,
        CLOSED,
        SCORED,
        SCORED_AND_TAKEN_BACK,
        ALARMING_AND_CLOSED_LATER,
        FORM_SUBMITTED,
        FORM_SUBMITTED_AND_REOPENED,
        LAPSE_RESUMED,
        LAPSE_ENDED,
        VERSION_CHANGED,
        ANTIDEPRESSANT_STOPPED,
        ANTIDEPRESSANT_TAKEN
    }

    record Step(What what, int daysLater) {}

    /** {@code groups}: events that belong together, in their own order; groups may be recorded in any order. */
    record History(Schedule schedule, List<List<Recorded>> groups, List<LocalDate> dates) {
        Facts inOrder() {
            return fold(recorded());
        }

        List<Recorded> recorded() {
            return groups.stream().flatMap(List::stream).toList();
        }

        Facts shuffled(Random random) {
            var left = new ArrayList<List<Recorded>>();
            groups.forEach(group -> left.add(new ArrayList<>(group)));
            var events = new ArrayList<Recorded>();
            while (!left.isEmpty()) {
                var group = left.get(random.nextInt(left.size()));
                events.add(group.removeFirst());
                left.removeIf(List::isEmpty);
            }
            return fold(events);
        }

        Facts fold(List<Recorded> events) {
            var facts = new Facts(CourseFacts.of(CourseFixture.prescribed(schedule, START), id(0)), PatientFacts.NONE);
            for (var recorded : events) {
                facts = facts.with(recorded);
            }
            return facts;
        }

        /** Booked a few days after each thing that happened. */
        List<Appointment> appointments() {
            return dates.stream()
                    .map(date -> new Appointment(
                            id(20_000 + date.toEpochDay()), date.plusDays(3), Appointment.Status.BOOKED))
                    .toList();
        }

        LocalDate end() {
            return dates.isEmpty() ? START : dates.getLast();
        }
    }

    record Recorded(SessionEvent event, int id) {}

    /** What is known of a course and of its patient. */
    record Facts(CourseFacts course, PatientFacts patient) {
        Facts with(Recorded recorded) {
            var id = id(recorded.id());
            var told = recorded.event() instanceof OfCourse event ? course.with(event, id) : course;
            return new Facts(told, patient.with(recorded.event(), id));
        }

        Standing standing(LocalDate asOf) {
            return standing(asOf, List.of());
        }

        Standing standing(LocalDate asOf, List<Appointment> appointments) {
            return DueRules.standing(course, patient, asOf, appointments);
        }
    }

    private Histories() {}

    static Arbitrary<History> any() {
        var what = Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.just(What.GIVEN)),
                Tuple.of(2, Arbitraries.just(What.CONTINUED)),
                Tuple.of(3, Arbitraries.just(What.SCORED)),
                Tuple.of(6, Arbitraries.of(What.class)));
        var steps = Combinators.combine(what, Arbitraries.integers().between(0, 12))
                .as(Step::new)
                .list()
                .ofMaxSize(30);
        return Combinators.combine(schedules(), steps).as(Histories::history);
    }

    private static Arbitrary<Schedule> schedules() {
        return Arbitraries.of(
                CourseFixture.schedule("esk-trd-us", null),
                CourseFixture.schedule("esk-mdsi-us", null),
                CourseFixture.schedule("iv-racemic-series", "acute-2x"),
                CourseFixture.schedule("iv-racemic-series", "acute-3x"),
                CourseFixture.schedule("iv-racemic-series", "acute-weekly"),
                CourseFixture.schedule("im-racemic-series", null));
    }

    private static History history(Schedule schedule, List<Step> steps) {
        var groups = new ArrayList<List<Recorded>>();
        var dates = new ArrayList<LocalDate>();
        var date = START;
        var number = 1;
        for (var step : steps) {
            date = date.plusDays(step.daysLater());
            dates.add(date);
            var group = new ArrayList<Recorded>();
            for (var event : events(step.what(), date, number, schedule)) {
                group.add(new Recorded(event, number++));
            }
            groups.add(group);
        }
        return new History(schedule, groups, dates);
    }

    private static List<? extends SessionEvent> events(What what, LocalDate date, int number, Schedule schedule) {
        var session = id(number);
        return switch (what) {
            case GIVEN -> List.of(CourseFixture.administration(session, date, true, null));
            case GIVEN_IN_PART -> List.of(CourseFixture.administration(session, date, false, null));
            case GIVEN_IN_PART_AND_COUNTED_LATER ->
                List.of(
                        CourseFixture.administration(session, date, false, null),
                        new PartDoseJudged(COURSE, session, true, "Dr Osei", "most of it"));
            case GIVEN_AND_MOVED_A_DAY ->
                List.of(
                        CourseFixture.administration(session, date.plusDays(1), true, null),
                        new SessionCorrected(COURSE, session, date, null, null, null, null, "wrong day"));
            case GIVEN_AND_VOIDED ->
                List.of(
                        CourseFixture.administration(session, date, true, null),
                        new SessionVoided(COURSE, session, "wrong patient"));
            case FOLLOWED_UP ->
                List.of(new FollowUpRecorded(COURSE, id(number - 1L), AT, date, "nurse", "REACHED", null));
            case CONTINUED -> List.of(decided("CONTINUE", date, number % 2 == 0 ? 14 : 28));
            case EXTENDED -> List.of(decided("EXTEND", date, null));
            case COMPLETED -> List.of(decided("COMPLETE", date, null));
            case STOPPED -> List.of(decided("STOP", date, null));
            case INTERVAL_CHANGED -> List.of(new IntervalDecided(COURSE, 7 * (1 + number % 4), date, "Dr Osei", null));
            case PAUSED -> List.of(new CoursePaused(COURSE, date, "surgery"));
            case RESUMED -> List.of(new CourseResumed(COURSE, date));
            case CLOSED -> List.of(new CourseClosed(COURSE, date, "moved"));
            case SCORED -> List.of(score(date, number, false));
            case SCORED_AND_TAKEN_BACK -> List.of(score(date, number, false), takenBack(number, null));
            case ALARMING_AND_CLOSED_LATER ->
                List.of(
                        score(date, number, true),
                        new SafetyTaskClosed(PATIENT, COURSE, session, "Dr Osei", "safe", AT, date.plusDays(2)));
            case FORM_SUBMITTED ->
                List.of(CourseFixture.administration(session, date, true, null), form(session, date));
            case FORM_SUBMITTED_AND_REOPENED ->
                List.of(
                        CourseFixture.administration(session, date, true, null),
                        form(session, date),
                        takenBack(9_999, session));
            case LAPSE_RESUMED -> List.of(CourseFixture.lapseDecided("RESUME", date.toString()));
            case LAPSE_ENDED -> List.of(CourseFixture.lapseDecided("REINDUCE", date.toString()));
            case VERSION_CHANGED ->
                List.of(CourseFixture.versionChange(CourseFixture.version(schedule, number), date.toString()));
            case ANTIDEPRESSANT_STOPPED -> List.of(new ConcurrentTreatmentRecorded(COURSE, false, date));
            case ANTIDEPRESSANT_TAKEN -> List.of(new ConcurrentTreatmentRecorded(COURSE, true, date));
        };
    }

    /** Now on one scale, now on the other, better and worse. */
    private static MeasureRecorded score(LocalDate on, int number, boolean safety) {
        var instrument = number % 3 == 0 ? "PHQ9" : "MADRS";
        return CourseFixture.measure(instrument, number * 7 % 28, on + "T12:00:00Z", safety, COURSE);
    }

    private static RemsFormRecorded form(UUID session, LocalDate on) {
        return new RemsFormRecorded(COURSE, session, "SUBMITTED", AT, on.plusDays(3), List.of());
    }

    private static RecordVoided takenBack(int event, @Nullable UUID session) {
        return new RecordVoided(COURSE, id(event), session, "entered in error");
    }

    private static BenefitDecided decided(String outcome, LocalDate on, @Nullable Integer interval) {
        return new BenefitDecided(COURSE, outcome, on, "Dr Osei", interval, on.plusDays(9), null);
    }
}

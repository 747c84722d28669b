package io.upswing.scheduling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEventTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What sessions say of several patients with one or two courses each, drawn from a seed: mostly plausible, with late, odd
 * and contradictory facts among them. Patients come in turn, each one's events in the order of their stream.
 */
public final class GeneratedHistories {
    private static final LocalDate START = LocalDate.of(2026, 1, 5);
    private static final BigDecimal MG = new BigDecimal("56");

    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();
    private final Random random;
    private final String clinic;
    private final UUID site;
    private final List<Recorded<SessionEvent>> events = new ArrayList<>();
    private final Map<UUID, Integer> versions = new HashMap<>();
    private final List<Course> courses = new ArrayList<>();

    /** A course as far as it was told. */
    private static final class Course {
        private final UUID id;
        private final UUID patient;
        private final List<UUID> sessions = new ArrayList<>();
        private final List<UUID> measures = new ArrayList<>();
        private final List<UUID> decisions = new ArrayList<>();
        private LocalDate date = START;

        private Course(UUID id, UUID patient) {
            this.id = id;
            this.patient = patient;
        }
    }

    private enum What {
        GIVEN,
        GIVEN_TOO,
        GIVEN_IN_PART,
        CORRECTED,
        SESSION_VOIDED,
        FOLLOWED_UP,
        FORM_SUBMITTED,
        DECIDED,
        INTERVAL_CHANGED,
        PAUSED,
        RESUMED,
        LAPSE_DECIDED,
        ANTIDEPRESSANT_CHANGED,
        VERSION_CHANGED,
        MEASURED,
        MEASURED_TOO,
        SAFETY_CLOSED,
        MEASURE_VOIDED,
        DECISION_VOIDED
    }

    private GeneratedHistories(long seed, String clinic, UUID site) {
        this.random = new Random(seed);
        this.clinic = clinic;
        this.site = site;
    }

    public static List<Recorded<SessionEvent>> of(long seed, String clinic, UUID site, int patients, int steps) {
        var histories = new GeneratedHistories(seed, clinic, site);
        for (int i = 0; i < patients; i++) {
            histories.begin(histories.id());
        }
        for (int i = 0; i < steps; i++) {
            histories.step();
        }
        return List.copyOf(histories.events);
    }

    private void begin(UUID patient) {
        for (int i = 0; i <= random.nextInt(2); i++) {
            var course = new Course(id(), patient);
            courses.add(course);
            var schedule = random.nextBoolean() ? ScheduleFixture.esketamine() : ScheduleFixture.infusions();
            say(course, ScheduleFixture.prescribed(course.id, patient, site, schedule, START));
        }
    }

    private void step() {
        var course = one(courses);
        course.date = course.date.plusDays(random.nextInt(5));
        tell(course, one(List.of(What.values())), course.date.minusDays(random.nextInt(8) == 0 ? 9 : 0));
    }

    private void tell(Course course, What what, LocalDate on) {
        switch (what) {
            case GIVEN, GIVEN_TOO -> administer(course, on, true);
            case GIVEN_IN_PART -> administer(course, on, false);
            case CORRECTED ->
                ofSession(
                        course,
                        session -> new SessionCorrected(
                                course.id, session, on.minusDays(1), null, true, null, null, "wrong day"));
            case SESSION_VOIDED -> ofSession(course, session -> new SessionVoided(course.id, session, "wrong patient"));
            case FOLLOWED_UP ->
                ofSession(
                        course,
                        session -> new FollowUpRecorded(course.id, session, at(on), on, "nurse", "REACHED", null));
            case FORM_SUBMITTED ->
                ofSession(
                        course,
                        session -> new RemsFormRecorded(course.id, session, "SUBMITTED", at(on), on, List.of()));
            case DECIDED -> decide(course, decision(course, on));
            case INTERVAL_CHANGED -> decide(course, new IntervalDecided(course.id, 14, on, "Dr Osei", null));
            case PAUSED -> decide(course, new CoursePaused(course.id, on, "surgery"));
            case RESUMED -> decide(course, new CourseResumed(course.id, on));
            case LAPSE_DECIDED ->
                decide(
                        course,
                        new LapseDecided(
                                course.id, one(List.of("RESUME", "RESUME", "STEP_BACK")), on, "Dr Osei", "back again"));
            case ANTIDEPRESSANT_CHANGED ->
                decide(course, new ConcurrentTreatmentRecorded(course.id, random.nextBoolean(), on));
            case VERSION_CHANGED -> changeVersion(course, on);
            case MEASURED, MEASURED_TOO -> measure(course, on);
            case SAFETY_CLOSED -> closeSafety(course, on);
            case MEASURE_VOIDED -> takeBack(course, course.measures);
            case DECISION_VOIDED -> takeBack(course, course.decisions);
        }
    }

    private interface OfOneSession {
        SessionEvent say(UUID session);
    }

    private void administer(Course course, LocalDate on, boolean complete) {
        var session = id();
        course.sessions.add(session);
        say(
                course,
                new AdministrationRecorded(
                        course.id,
                        session,
                        site,
                        on,
                        MG,
                        complete,
                        complete ? null : random.nextBoolean(),
                        null,
                        null,
                        null));
    }

    private void ofSession(Course course, OfOneSession what) {
        if (!course.sessions.isEmpty()) {
            say(course, what.say(one(course.sessions)));
        }
    }

    private SessionEvent decision(Course course, LocalDate on) {
        var outcome = one(List.of("CONTINUE", "CONTINUE", "CONTINUE", "EXTEND", "STOP"));
        return new BenefitDecided(course.id, outcome, on, "Dr Osei", 14, on.plusDays(9), null);
    }

    private void decide(Course course, SessionEvent event) {
        course.decisions.add(say(course, event));
    }

    private void changeVersion(Course course, LocalDate on) {
        if (ofEsketamine(course)) {
            var schedule = ScheduleFixture.nextEsketamine();
            decide(
                    course,
                    new ProtocolVersionChanged(
                            course.id, schedule.protocolId(), schedule.version(), schedule, on, "Dr Osei"));
        }
    }

    private boolean ofEsketamine(Course course) {
        return events.stream()
                .anyMatch(recorded -> recorded.event() instanceof SessionEvent.ProtocolPrescribed prescribed
                        && prescribed.courseId().equals(course.id)
                        && prescribed.schedule().route().equals("IN"));
    }

    private void measure(Course course, LocalDate on) {
        var instrument = one(List.of("MADRS", "MADRS", "PHQ9"));
        var score = random.nextInt(27);
        var listedIn = random.nextInt(4) == 0 ? null : course.id;
        course.measures.add(say(course, measured(course.patient, listedIn, instrument, score, on)));
    }

    private SessionEvent measured(UUID patient, @Nullable UUID course, String instrument, int score, LocalDate on) {
        var safety = instrument.equals("PHQ9") && score > 20;
        return new MeasureRecorded(
                patient, course, instrument, null, score, on, at(on), null, null, null, null, null, safety);
    }

    private void closeSafety(Course course, LocalDate on) {
        if (!course.measures.isEmpty()) {
            course.measures.add(say(
                    course,
                    new SafetyTaskClosed(
                            course.patient, course.id, one(course.measures), "Dr Osei", "SAFE", at(on), on)));
        }
    }

    private void takeBack(Course course, List<UUID> records) {
        if (!records.isEmpty()) {
            say(course, new RecordVoided(course.id, one(records), null, "entered twice"));
        }
    }

    private UUID say(Course course, SessionEvent event) {
        var version = versions.merge(course.patient, 1, Integer::sum);
        var id = UUID.nameUUIDFromBytes((course.patient + "@" + version).getBytes(UTF_8));
        var at = at(course.date);
        var record = new EventRecord(
                id, codec.typeOf(event), course.patient, version, clinic, "nurse", at, at, null, null, new byte[0]);
        events.add(new Recorded<>(record, event));
        return id;
    }

    private static Instant at(LocalDate on) {
        return on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}

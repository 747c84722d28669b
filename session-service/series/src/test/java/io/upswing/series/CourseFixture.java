package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Gap;
import io.upswing.session.events.Phase.Series;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OfPatient;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import io.upswing.session.events.SessionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A course told fact by fact, on the protocols that session-service ships. Ids are counted up. */
final class CourseFixture {
    private static final Path CATALOGUE = Path.of("../src/main/resources/protocols");
    static final UUID COURSE = id(1_000_001);
    static final UUID PATIENT = id(1_000_002);
    static final UUID SITE = id(1_000_003);
    static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
    static final BigDecimal MG = new BigDecimal("56");

    private final List<Appointment> appointments = new ArrayList<>();
    private CourseFacts facts;
    private PatientFacts patient = PatientFacts.NONE;
    private int events = 1;

    private CourseFixture(ProtocolPrescribed prescribed) {
        facts = CourseFacts.of(prescribed, id(0));
    }

    static CourseFixture course(String protocol, String prescribedOn) {
        return course(protocol, null, prescribedOn);
    }

    static CourseFixture course(String protocol, @Nullable String pattern, String prescribedOn) {
        return course(schedule(protocol, pattern), prescribedOn);
    }

    static CourseFixture course(Schedule schedule, String prescribedOn) {
        return new CourseFixture(prescribed(schedule, LocalDate.parse(prescribedOn)));
    }

    static Schedule schedule(String id, @Nullable String pattern) {
        try {
            var file = CATALOGUE.resolve(id + ".json").toFile();
            var protocol = SessionJson.mapper().readValue(file, Protocol.class);
            return protocol.scheduleFor(pattern == null ? protocol.defaultPattern() : pattern)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CourseFixture inpatient(String protocol, String prescribedOn) {
        return new CourseFixture(prescribed(schedule(protocol, null), LocalDate.parse(prescribedOn), "INPATIENT"));
    }

    static ProtocolPrescribed prescribed(Schedule schedule, LocalDate on) {
        return prescribed(schedule, on, "OUTPATIENT");
    }

    private static ProtocolPrescribed prescribed(Schedule schedule, LocalDate on, String setting) {
        return new ProtocolPrescribed(
                COURSE,
                PATIENT,
                SITE,
                schedule.protocolId(),
                schedule.version(),
                schedule.pattern(),
                schedule,
                on,
                "Dr Osei",
                "depression",
                null,
                setting,
                null);
    }

    static UUID id(long number) {
        return new UUID(0, number);
    }

    /** The event id that the next recorded event will have; of a session also its session id. */
    UUID nextId() {
        return id(events);
    }

    CourseFixture record(OfCourse event) {
        patient = patient.with(event, id(events));
        facts = facts.with(event, id(events++));
        return this;
    }

    CourseFixture record(OfPatient event) {
        patient = patient.with(event, id(events++));
        return this;
    }

    /** At noon, UTC. */
    CourseFixture scored(String instrument, int score, String on) {
        return record(measure(instrument, score, on + "T12:00:00Z", false, COURSE));
    }

    CourseFixture scoredAt(String instrument, int score, String at) {
        return record(measure(instrument, score, at, false, COURSE));
    }

    /** Answers that open a safety task, whatever the score. */
    CourseFixture alarming(String instrument, @Nullable Integer score, String on, @Nullable UUID course) {
        return record(measure(instrument, score, on + "T12:00:00Z", true, course));
    }

    static MeasureRecorded measure(
            String instrument, @Nullable Integer score, String at, boolean safety, @Nullable UUID course) {
        var on = LocalDate.parse(at.substring(0, 10));
        return new MeasureRecorded(
                PATIENT, course, instrument, null, score, on, Instant.parse(at), null, null, null, null, null, safety);
    }

    CourseFixture safe(UUID task, String on) {
        return record(new SafetyTaskClosed(PATIENT, COURSE, task, "Dr Osei", "plan made", AT, LocalDate.parse(on)));
    }

    CourseFixture form(UUID session, String state, String on) {
        return record(new RemsFormRecorded(COURSE, session, state, AT, LocalDate.parse(on), List.of()));
    }

    CourseFixture antidepressant(boolean taken, String on) {
        return record(new ConcurrentTreatmentRecorded(COURSE, taken, LocalDate.parse(on)));
    }

    CourseFixture lapse(String outcome, String on) {
        return record(lapseDecided(outcome, on));
    }

    /** A later version: a session fewer, and a day more between them. */
    static Schedule version(Schedule first, int version) {
        var series = (Series) first.phases().getFirst();
        var gap = series.gap();
        return version(
                first,
                version,
                series.sessions() - 1,
                new Gap(gap.min() + 1, gap.targetFrom() + 1, gap.targetTo() + 1, gap.max() + 1));
    }

    static Schedule version(Schedule first, int version, int sessions, Gap gap) {
        var series = (Series) first.phases().getFirst();
        return version(
                first,
                version,
                new Series(
                        series.id(),
                        sessions,
                        series.perWeek(),
                        gap,
                        series.lastDay(),
                        series.gated(),
                        series.sources()));
    }

    /** The same with a benefit gate at the end of its second phase too. */
    static Schedule gatedTwice(Schedule first) {
        var series = (Series) first.phases().get(1);
        return version(
                first,
                first.version(),
                new Series(
                        series.id(), series.sessions(), series.perWeek(), series.gap(), null, true, series.sources()));
    }

    /** With another phase in the place of the one that has its id. */
    static Schedule version(Schedule first, int version, Phase other) {
        var phases = first.phases().stream()
                .map(phase -> phase.id().equals(other.id()) ? other : phase)
                .toList();
        return new Schedule(
                first.protocolId(),
                version,
                first.effectiveOn(),
                first.pattern(),
                first.route(),
                first.scale(),
                first.remission(),
                first.lapseDays(),
                first.rems(),
                first.oralAntidepressantRequired(),
                first.doses(),
                first.durations(),
                first.observation(),
                phases,
                first.sources(),
                first.care());
    }

    static LapseDecided lapseDecided(String outcome, String on) {
        return new LapseDecided(COURSE, outcome, LocalDate.parse(on), "Dr Osei", "discussed");
    }

    CourseFixture moved(Schedule schedule, String on) {
        return record(versionChange(schedule, on));
    }

    static ProtocolVersionChanged versionChange(Schedule schedule, String on) {
        return new ProtocolVersionChanged(
                COURSE, schedule.protocolId(), schedule.version(), schedule, LocalDate.parse(on), "Dr Osei");
    }

    CourseFixture voided(UUID event, @Nullable UUID session) {
        return record(new RecordVoided(COURSE, event, session, "entered in error"));
    }

    CourseFixture given(String... dates) {
        for (var date : dates) {
            record(administration(nextId(), LocalDate.parse(date), true, null));
        }
        return this;
    }

    CourseFixture givenInPart(String date, @Nullable Boolean counted) {
        return record(administration(nextId(), LocalDate.parse(date), false, counted));
    }

    static AdministrationRecorded administration(
            UUID session, LocalDate on, boolean complete, @Nullable Boolean counted) {
        return new AdministrationRecorded(COURSE, session, SITE, on, MG, complete, counted, null, null, null);
    }

    CourseFixture continued(String on) {
        return record(benefit("CONTINUE", on, null, null));
    }

    CourseFixture continued(String on, int intervalDays) {
        return record(benefit("CONTINUE", on, intervalDays, null));
    }

    CourseFixture extended(String on, String reviewOn) {
        return record(benefit("EXTEND", on, null, reviewOn));
    }

    CourseFixture completed(String on) {
        return record(benefit("COMPLETE", on, null, null));
    }

    CourseFixture stopped(String on) {
        return record(benefit("STOP", on, null, null));
    }

    static BenefitDecided benefit(
            String outcome, String on, @Nullable Integer intervalDays, @Nullable String reviewOn) {
        var review = reviewOn == null ? null : LocalDate.parse(reviewOn);
        return new BenefitDecided(COURSE, outcome, LocalDate.parse(on), "Dr Osei", intervalDays, review, null);
    }

    CourseFixture interval(int days, String from) {
        return record(new IntervalDecided(COURSE, days, LocalDate.parse(from), "Dr Osei", null));
    }

    CourseFixture paused(String from) {
        return record(new CoursePaused(COURSE, LocalDate.parse(from), "surgery"));
    }

    CourseFixture resumed(String on) {
        return record(new CourseResumed(COURSE, LocalDate.parse(on)));
    }

    CourseFixture closed(String on) {
        return record(new CourseClosed(COURSE, LocalDate.parse(on), "moved away"));
    }

    CourseFixture followedUp(UUID session, String on) {
        return record(new FollowUpRecorded(COURSE, session, AT, LocalDate.parse(on), "nurse", "REACHED", null));
    }

    CourseFixture booked(String on) {
        appointments.add(new Appointment(nextId(), LocalDate.parse(on), Appointment.Status.BOOKED));
        events++;
        return this;
    }

    CourseFixture noShow(String on) {
        appointments.add(new Appointment(nextId(), LocalDate.parse(on), Appointment.Status.NO_SHOW));
        events++;
        return this;
    }

    CourseFacts facts() {
        return facts;
    }

    PatientFacts patient() {
        return patient;
    }

    Standing standing(String asOf) {
        return DueRules.standing(facts, patient, LocalDate.parse(asOf), appointments);
    }
}

package io.upswing.scheduling.duecases;

import io.upswing.series.Appointment;
import io.upswing.series.CourseFacts;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import io.upswing.series.Standing;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cells of a row as the events and appointments that they stand for, recorded in the order of the cell. */
final class CaseHistory {
    /** The rules are tested with the schedules that are shipped. */
    private static final Path CATALOGUE = Path.of("../session-service/src/main/resources/protocols");

    static final UUID COURSE = new UUID(1, 0);
    static final UUID PATIENT = new UUID(1, 2);
    private static final UUID SITE = new UUID(1, 1);
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final BigDecimal MG = new BigDecimal("56");

    private final List<Appointment> appointments = new ArrayList<>();
    private final Map<LocalDate, UUID> sessions = new LinkedHashMap<>();
    private final ProtocolPrescribed prescribed;
    private CourseFacts facts;
    private PatientFacts patient = PatientFacts.NONE;
    private long events;

    CaseHistory(DueCase row) {
        prescribed = prescribed(row);
        facts = CourseFacts.of(prescribed, new UUID(0, 0));
        row.parts("sessions").forEach(this::session);
        row.parts("decisions").forEach(this::decision);
        row.parts("intervals").forEach(this::interval);
        row.parts("pauses").forEach(this::pause);
        row.parts("scores").forEach(cell -> CaseScores.of(cell, nextId()).forEach(this::add));
        row.parts("records").forEach(cell -> CaseRecords.of(cell, sessions).forEach(this::add));
    }

    Standing standing(LocalDate asOf) {
        return DueRules.standing(facts, patient, asOf, appointments);
    }

    String meaning(LocalDate asOf) {
        return ScoreMeaning.of(facts, patient, asOf);
    }

    private static ProtocolPrescribed prescribed(DueCase row) {
        var schedule = schedule(row.get("protocol"), row.get("pattern"));
        return new ProtocolPrescribed(
                COURSE,
                PATIENT,
                SITE,
                schedule.protocolId(),
                schedule.version(),
                schedule.pattern(),
                schedule,
                LocalDate.parse(row.get("prescribed_on")),
                "Dr Osei",
                "depression",
                null,
                row.parts("records").contains("inpatient") ? "INPATIENT" : "OUTPATIENT",
                null);
    }

    private static Schedule schedule(String protocol, String pattern) {
        try {
            var file = CATALOGUE.resolve(protocol + ".json").toFile();
            return SessionJson.mapper()
                    .readValue(file, Protocol.class)
                    .scheduleFor(pattern)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code date=status}; {@code wrong>right=status} for a date that was corrected. */
    private void session(String cell) {
        var dates = cell.substring(0, cell.indexOf('=')).split(">");
        var on = LocalDate.parse(dates[0]);
        var id = new UUID(2, events);
        switch (cell.substring(cell.indexOf('=') + 1)) {
            case "given" -> administered(id, on, true);
            case "part" -> administered(id, on, false);
            case "part-counted" -> {
                administered(id, on, false);
                add(new PartDoseJudged(COURSE, id, true, "Dr Osei", "most of the dose"));
            }
            case "voided" -> {
                administered(id, on, true);
                add(new SessionVoided(COURSE, id, "entered twice"));
            }
            case "no-show" -> appointment(on, Appointment.Status.NO_SHOW);
            case "booked" -> appointment(on, Appointment.Status.BOOKED);
            case "cancelled", "aborted" -> {} // no dose: nothing that the rules are told
            default -> throw new IllegalArgumentException(cell);
        }
        if (dates.length == 2) {
            var right = LocalDate.parse(dates[1]);
            add(new SessionCorrected(COURSE, id, right, null, null, null, null, "wrong day"));
        }
    }

    private void appointment(LocalDate on, Appointment.Status status) {
        appointments.add(new Appointment(new UUID(3, appointments.size()), on, status));
    }

    private void administered(UUID id, LocalDate on, boolean complete) {
        sessions.put(on, id);
        add(new AdministrationRecorded(COURSE, id, SITE, on, MG, complete, null, null, null, null));
    }

    /**
     * {@code date=CONTINUE}, {@code date=CONTINUE/days}, {@code date=EXTEND>review}, COMPLETE, STOP or CLOSE; on a lapse
     * RESUME, REINDUCE or STEP_BACK; {@code date=VERSION/pattern}: to a second version, which reads as that pattern does.
     */
    private void decision(String cell) {
        var on = LocalDate.parse(cell.substring(0, cell.indexOf('=')));
        var what = cell.substring(cell.indexOf('=') + 1);
        switch (what.split("[/>]")[0]) {
            case "CLOSE" -> add(new CourseClosed(COURSE, on, "closed"));
            case "RESUME", "REINDUCE", "STEP_BACK" -> add(new LapseDecided(COURSE, what, on, "Dr Osei", "discussed"));
            case "VERSION" -> moved(on, schedule(prescribed.protocolId(), after("/", what)));
            default -> benefit(on, what);
        }
    }

    private void moved(LocalDate on, Schedule schedule) {
        add(new ProtocolVersionChanged(COURSE, schedule.protocolId(), 2, schedule, on, "Dr Osei"));
    }

    private void benefit(LocalDate on, String what) {
        var days = what.contains("/") ? Integer.valueOf(after("/", what)) : null;
        var review = what.contains(">") ? LocalDate.parse(after(">", what)) : null;
        add(decided(what.split("[/>]")[0], on, days, review));
    }

    private static BenefitDecided decided(
            String outcome, LocalDate on, @Nullable Integer days, @Nullable LocalDate review) {
        return new BenefitDecided(COURSE, outcome, on, "Dr Osei", days, review, null);
    }

    /** {@code from=days}. */
    private void interval(String cell) {
        var from = LocalDate.parse(cell.substring(0, cell.indexOf('=')));
        add(new IntervalDecided(COURSE, Integer.parseInt(after("=", cell)), from, "Dr Osei", null));
    }

    /** {@code from..} or {@code from..resumed}. */
    private void pause(String cell) {
        add(new CoursePaused(COURSE, LocalDate.parse(cell.substring(0, cell.indexOf(".."))), "pause"));
        if (!cell.endsWith("..")) {
            add(new CourseResumed(COURSE, LocalDate.parse(after("..", cell))));
        }
    }

    static String after(String mark, String cell) {
        return cell.substring(cell.indexOf(mark) + mark.length());
    }

    private UUID nextId() {
        return new UUID(0, events + 1);
    }

    private void add(SessionEvent event) {
        var id = nextId();
        events++;
        patient = patient.with(event, id);
        if (event instanceof OfCourse ofCourse) {
            facts = facts.with(ofCourse, id);
        }
    }
}

package io.upswing.scheduling.duecases;

import io.upswing.series.Appointment;
import io.upswing.series.CourseFacts;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cells of a row as the events and appointments that they stand for, recorded in the order of the cell. */
final class CaseHistory {
    /** The rules are tested with the schedules that are shipped. */
    private static final Path CATALOGUE = Path.of("../session-service/src/main/resources/protocols");

    private static final UUID COURSE = new UUID(1, 0);
    private static final UUID SITE = new UUID(1, 1);
    private static final BigDecimal MG = new BigDecimal("56");

    private final List<Appointment> appointments = new ArrayList<>();
    private CourseFacts facts;
    private long events;

    CaseHistory(DueCase row) {
        facts = CourseFacts.of(prescribed(row), new UUID(0, 0));
        row.parts("sessions").forEach(this::session);
        row.parts("decisions").forEach(this::decision);
        row.parts("intervals").forEach(this::interval);
        row.parts("pauses").forEach(this::pause);
    }

    CourseFacts facts() {
        return facts;
    }

    List<Appointment> appointments() {
        return appointments;
    }

    private static ProtocolPrescribed prescribed(DueCase row) {
        var schedule = schedule(row.get("protocol"), row.get("pattern"));
        return new ProtocolPrescribed(
                COURSE,
                new UUID(1, 2),
                SITE,
                schedule.protocolId(),
                schedule.version(),
                schedule.pattern(),
                schedule,
                LocalDate.parse(row.get("prescribed_on")),
                "Dr Osei",
                "depression",
                null,
                "OUTPATIENT",
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
            case "no-show" -> appointments.add(new Appointment(id, on, Appointment.Status.NO_SHOW));
            case "cancelled", "aborted" -> {} // no dose: nothing that the rules are told
            default -> throw new IllegalArgumentException(cell);
        }
        if (dates.length == 2) {
            var right = LocalDate.parse(dates[1]);
            add(new SessionCorrected(COURSE, id, right, null, null, null, null, "wrong day"));
        }
    }

    private void administered(UUID id, LocalDate on, boolean complete) {
        add(new AdministrationRecorded(COURSE, id, SITE, on, MG, complete, null, null, null, null));
    }

    /** {@code date=CONTINUE}, {@code date=CONTINUE/days}, {@code date=EXTEND>review}, COMPLETE, STOP or CLOSE. */
    private void decision(String cell) {
        var on = LocalDate.parse(cell.substring(0, cell.indexOf('=')));
        var what = cell.substring(cell.indexOf('=') + 1);
        if (what.equals("CLOSE")) {
            add(new CourseClosed(COURSE, on, "closed"));
            return;
        }
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

    private static String after(String mark, String cell) {
        return cell.substring(cell.indexOf(mark) + mark.length());
    }

    private void add(OfCourse event) {
        facts = facts.with(event, new UUID(0, ++events));
    }
}

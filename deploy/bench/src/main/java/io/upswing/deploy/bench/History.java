package io.upswing.deploy.bench;

import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.DrugTrial;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The course every imaginary patient takes: prescribed, eight sessions in four weeks each with a score before it and on the
 * day after the check-in and the monitoring form, the decision to continue, then a session a week for as many events as are
 * wanted.
 */
final class History {
    private static final int INDUCTION = 8;
    private static final int DECISION_DAY = 27;
    private static final int FIRST_SCORE = 32;

    private final Schedule schedule;
    private final List<Step> steps = new ArrayList<>();

    /** An event that takes place so many days after the course began. */
    record Step(int day, Telling telling) {}

    /** What happens to one patient's course on a date. */
    interface Telling {
        SessionEvent tell(Patient patient, LocalDate on);
    }

    /** Whose course it is, and where. */
    record Patient(UUID id, UUID course, UUID site) {}

    History(Schedule schedule, int events) {
        this.schedule = schedule;
        begin();
        for (int session = 0; steps.size() < events; session++) {
            treat(session);
            if (session == INDUCTION - 1) {
                steps.add(new Step(DECISION_DAY, History::continued));
            }
        }
        steps.subList(events, steps.size()).clear();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private void begin() {
        steps.add(new Step(0, this::prescribed));
        steps.add(new Step(0, (patient, on) -> new ConsentSigned(patient.course(), on, "consent-form 2026-01")));
        steps.add(new Step(0, History::eligible));
        steps.add(new Step(0, (patient, on) -> new RemsEnrolmentRecorded(patient.course(), "CONFIRMED", on)));
    }

    private void treat(int session) {
        var day = session < INDUCTION ? session / 2 * 7 + session % 2 * 3 : (session - 4) * 7;
        steps.add(new Step(day, (patient, on) -> measured(patient, session, on)));
        steps.add(new Step(day, (patient, on) -> administered(patient, session, on)));
        steps.add(new Step(day + 1, (patient, on) -> followedUp(patient, session, on)));
        steps.add(new Step(day + 1, (patient, on) -> submitted(patient, session, on)));
    }

    private SessionEvent prescribed(Patient patient, LocalDate on) {
        return new ProtocolPrescribed(
                patient.course(),
                patient.id(),
                patient.site(),
                schedule.protocolId(),
                schedule.version(),
                schedule.pattern(),
                schedule,
                on,
                "Dr Osei",
                "treatment-resistant depression",
                new SessionEvent.Dose(BigDecimal.valueOf(56), null),
                "OUTPATIENT",
                null);
    }

    private static SessionEvent eligible(Patient patient, LocalDate on) {
        var trials =
                List.of(new DrugTrial("sertraline", "SSRI", 8, true), new DrugTrial("venlafaxine", "SNRI", 10, true));
        return new EligibilityDecided(patient.course(), "ELIGIBLE", on, "Dr Osei", trials, null);
    }

    private SessionEvent measured(Patient patient, int session, LocalDate on) {
        var score = Math.max(9, FIRST_SCORE - 2 * session);
        return new MeasureRecorded(
                patient.id(),
                patient.course(),
                schedule.scale(),
                null,
                score,
                on,
                noon(on),
                "moderate",
                FIRST_SCORE,
                2 * score <= FIRST_SCORE,
                score <= 12,
                12,
                false);
    }

    private static SessionEvent submitted(Patient patient, int session, LocalDate on) {
        return new RemsFormRecorded(
                patient.course(), sessionId(patient, session), "SUBMITTED", noon(on), on, List.of());
    }

    private static SessionEvent administered(Patient patient, int session, LocalDate on) {
        var mg = BigDecimal.valueOf(session == 0 ? 56 : 84);
        return new AdministrationRecorded(
                patient.course(),
                sessionId(patient, session),
                patient.site(),
                on,
                mg,
                true,
                null,
                "LOT-4711",
                120,
                null);
    }

    private static SessionEvent followedUp(Patient patient, int session, LocalDate on) {
        return new FollowUpRecorded(
                patient.course(), sessionId(patient, session), noon(on), on, "nurse 7", "REACHED", "slept well");
    }

    private static SessionEvent continued(Patient patient, LocalDate on) {
        return new BenefitDecided(patient.course(), "CONTINUE", on, "Dr Osei", null, null, "MADRS down by half");
    }

    private static Instant noon(LocalDate on) {
        return on.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static UUID sessionId(Patient patient, int session) {
        return new UUID(
                patient.course().getMostSignificantBits() + session,
                patient.course().getLeastSignificantBits());
    }
}

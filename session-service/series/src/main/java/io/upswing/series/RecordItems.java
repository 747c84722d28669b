package io.upswing.series;

import io.upswing.series.DueItem.Audience;
import io.upswing.series.DueItem.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section 5: what the records of sessions and scores leave to be done. */
final class RecordItems {
    private static final int CHECK_IN_AFTER = 1;
    private static final int CHECK_IN_OVERDUE_AFTER = 3;

    private final Situation situation;

    RecordItems(Situation situation) {
        this.situation = situation;
    }

    /** For the last session in which any dose was given: a later session ends the check-in of the one before. */
    void checkIn(List<DueItem> items) {
        var session = lastDosed();
        if (session != null && !followedUp(session)) {
            var on = session.on().plusDays(CHECK_IN_AFTER);
            items.add(situation.item(
                    Kind.CHECK_IN,
                    Audience.PATIENT,
                    session.id().toString(),
                    on,
                    on,
                    session.on().plusDays(CHECK_IN_OVERDUE_AFTER),
                    Reasons.checkIn(session)));
        }
    }

    private @Nullable SessionFact lastDosed() {
        for (var session : situation.facts().given().sessions().reversed()) {
            if (session.dosed() && situation.knows(session.on())) {
                return session;
            }
        }
        return null;
    }

    private boolean followedUp(SessionFact session) {
        for (var followUp : situation.facts().given().followUps().reversed()) {
            if (followUp.sessionId().equals(session.id()) && situation.knows(followUp.on())) {
                return true;
            }
        }
        return false;
    }

    /** Of every session in which any dose was given, whatever has become of the course. */
    void forms(List<DueItem> items) {
        var prescription = situation.progress().prescription();
        if (!prescription.rems() || prescription.setting() == Prescription.Setting.INPATIENT) {
            return;
        }
        for (var session : situation.facts().given().sessions()) {
            if (session.dosed() && situation.knows(session.on()) && !submitted(session)) {
                items.add(form(session));
            }
        }
    }

    private boolean submitted(SessionFact session) {
        for (var form : situation.facts().given().forms().reversed()) {
            if (form.sessionId().equals(session.id()) && situation.knows(form.on())) {
                return true;
            }
        }
        return false;
    }

    private DueItem form(SessionFact session) {
        var due = DueRules.formDueOn(session.on());
        return situation.item(
                Kind.REMS_FORM,
                Audience.NURSE,
                session.id().toString(),
                session.on(),
                due,
                due,
                Reasons.form(session, due));
    }

    /** A score that names no course concerns every course of the patient. */
    void safety(PatientFacts patient, List<DueItem> items) {
        var courseId = situation.facts().courseId();
        for (var measure : patient.measures()) {
            var ours = measure.courseId() == null || measure.courseId().equals(courseId);
            if (measure.safety() && ours && situation.knows(measure.on()) && !closed(measure, patient)) {
                items.add(task(measure));
            }
        }
    }

    private boolean closed(MeasureFact measure, PatientFacts patient) {
        for (var closure : patient.closures()) {
            if (closure.taskId().equals(measure.event()) && situation.knows(closure.on())) {
                return true;
            }
        }
        return false;
    }

    private DueItem task(MeasureFact measure) {
        return situation.item(
                Kind.SAFETY,
                Audience.PRESCRIBER,
                measure.event().toString(),
                measure.on(),
                measure.on(),
                measure.on(),
                Reasons.safety(measure));
    }
}

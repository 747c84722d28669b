package io.upswing.series;

import io.upswing.series.DueItem.Audience;
import io.upswing.series.DueItem.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section 5 of the due rules: what is pending. */
final class DueItems {
    private final Situation situation;
    private final PatientFacts patient;
    private final Reasons reasons;
    private final List<DueItem> items = new ArrayList<>(8);

    private DueItems(Situation situation, PatientFacts patient, Reasons reasons) {
        this.situation = situation;
        this.patient = patient;
        this.reasons = reasons;
    }

    /** The end of a course ends every item but the forms and the safety tasks. */
    static List<DueItem> of(
            Situation situation, PatientFacts patient, Reasons reasons, @Nullable Appointment appointment) {
        var items = new DueItems(situation, patient, reasons);
        if (!situation.over()) {
            items.ofRunningCourse(appointment);
        }
        var records = new RecordItems(situation);
        records.forms(items.items);
        records.safety(patient, items.items);
        return items.items;
    }

    private void ofRunningCourse(@Nullable Appointment appointment) {
        session(appointment);
        gates();
        new RecordItems(situation).checkIn(items);
        measure(appointment);
        reassessment();
        lapseDecision();
    }

    private void session(@Nullable Appointment appointment) {
        var window = situation.window();
        if (window == null) {
            return;
        }
        var next = window.next();
        var last = situation.progress().last();
        var outside = appointment != null && !next.holds(appointment.on()) ? Boolean.TRUE : null;
        items.add(new DueItem(
                next.kind(),
                Audience.PATIENT,
                (last == null ? situation.facts().courseId() : last.id()).toString(),
                next.earliest(),
                next.targetTo(),
                next.latest(),
                DueItem.State.on(situation.asOf(), next.earliest(), next.targetTo(), next.latest()),
                next.provisional(),
                appointment == null ? null : appointment.id(),
                outside,
                reasons.window()));
    }

    private void gates() {
        for (var gate : situation.gates()) {
            var opens = gate.opensOn();
            var due = gate.dueOn();
            if (opens != null && due != null && gate.state() != Gate.State.DECIDED) {
                items.add(
                        situation.item(Kind.GATE, Audience.PRESCRIBER, gate.id(), opens, due, due, reasons.gate(gate)));
            }
        }
    }

    /** The protocol's scale, asked for before a session that is booked. */
    private void measure(@Nullable Appointment appointment) {
        if (appointment == null || situation.pause() != null) {
            return;
        }
        var on = appointment.on();
        var from = on.minusDays(1);
        var scale = situation.progress().prescription().scale();
        var upTo = situation.knows(on) ? on : situation.asOf();
        if (patient.scores(scale, from, upTo).isEmpty()) {
            var subject = appointment.id().toString();
            items.add(situation
                    .item(Kind.MEASURE, Audience.PATIENT, subject, from, on, on, Reasons.measure(scale, on))
                    .booked(appointment.id()));
        }
    }

    private void reassessment() {
        var due = Reassessment.of(situation, patient);
        if (due != null) {
            items.add(situation.item(
                    Kind.REASSESSMENT,
                    Audience.PATIENT,
                    due.decision().event().toString(),
                    due.from(),
                    due.from(),
                    due.overdueAfter(),
                    Reasons.reassessment(due)));
        }
    }

    private void lapseDecision() {
        var last = situation.progress().last();
        var on = situation.lapsesOn();
        if (last != null && on != null && situation.lapseDecision() == null) {
            var subject = last.id().toString();
            items.add(situation.item(
                    Kind.LAPSE_DECISION, Audience.PRESCRIBER, subject, on, on, on, reasons.lapse(last, on)));
        }
    }
}

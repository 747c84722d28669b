package io.upswing.series;

import io.upswing.series.DueItem.Audience;
import io.upswing.series.DueItem.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Section 5 of the due rules: what is pending, as far as it needs neither measures nor forms. */
final class DueItems {
    private static final int CHECK_IN_AFTER = 1;
    private static final int CHECK_IN_OVERDUE_AFTER = 3;

    private final Situation situation;
    private final Reasons reasons;
    private final List<DueItem> items = new ArrayList<>(4);

    private DueItems(Situation situation, Reasons reasons) {
        this.situation = situation;
        this.reasons = reasons;
    }

    /** The end of a course ends every item. */
    static List<DueItem> of(Situation situation, Reasons reasons, @Nullable Appointment appointment) {
        if (situation.over()) {
            return List.of();
        }
        var items = new DueItems(situation, reasons);
        items.session(appointment);
        items.gates();
        items.checkIn();
        return items.items;
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
                state(next.earliest(), next.targetTo(), next.latest()),
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
                items.add(plain(Kind.GATE, Audience.PRESCRIBER, gate.id(), opens, due, due, reasons.gate(gate)));
            }
        }
    }

    /** For the last session in which any dose was given: a later session ends the check-in of the one before. */
    private void checkIn() {
        var session = lastDosed();
        if (session != null && !followedUp(session)) {
            var on = session.on().plusDays(CHECK_IN_AFTER);
            var until = session.on().plusDays(CHECK_IN_OVERDUE_AFTER);
            var because = List.of(Reasons.checkIn(session));
            items.add(plain(Kind.CHECK_IN, Audience.PATIENT, session.id().toString(), on, on, until, because));
        }
    }

    private @Nullable SessionFact lastDosed() {
        for (var session : situation.facts().given().sessions().reversed()) {
            if (session.dosed() && !session.on().isAfter(situation.asOf())) {
                return session;
            }
        }
        return null;
    }

    private boolean followedUp(SessionFact session) {
        for (var followUp : situation.facts().given().followUps().reversed()) {
            if (followUp.sessionId().equals(session.id()) && !followUp.on().isAfter(situation.asOf())) {
                return true;
            }
        }
        return false;
    }

    private DueItem plain(
            Kind kind,
            Audience audience,
            String subject,
            LocalDate from,
            LocalDate on,
            LocalDate overdueAfter,
            List<Because> because) {
        var state = state(from, on, overdueAfter);
        return new DueItem(kind, audience, subject, from, on, overdueAfter, state, false, null, null, because);
    }

    private DueItem.State state(LocalDate from, LocalDate on, LocalDate overdueAfter) {
        return DueItem.State.on(situation.asOf(), from, on, overdueAfter);
    }
}

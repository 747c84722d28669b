package io.upswing.series;

import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** R6: the benefit gate of one series phase: what has happened at it so far. */
final class BenefitGate {
    /** Days from the last planned session to the decision, where the schedule has no last day. */
    private static final int DAYS_TO_DECIDE = 7;

    private final Series phase;
    private @Nullable LocalDate lastDay;
    private @Nullable SessionFact completing;
    private @Nullable BenefitFact extension;
    private @Nullable BenefitFact decision;

    BenefitGate(Series phase, @Nullable LocalDate day1) {
        this.phase = phase;
        startedOn(day1);
    }

    void startedOn(@Nullable LocalDate day1) {
        lastDay = day1 == null || phase.lastDay() == null ? null : day1.plusDays(phase.lastDay());
    }

    void completedBy(SessionFact session) {
        completing = session;
    }

    void decide(BenefitFact fact) {
        if (fact.outcome() == BenefitFact.Outcome.EXTEND) {
            extension = fact;
        } else {
            decision = fact;
        }
    }

    /** What is dated later decides nothing more. */
    boolean decided() {
        return decision != null;
    }

    boolean completed() {
        return completing != null;
    }

    boolean extended() {
        return extension != null;
    }

    boolean pastLastDay(LocalDate day) {
        return lastDay != null && day.isAfter(lastDay);
    }

    /** The gate as it stands on {@code day}; a decided one stays as it was when it was decided. */
    Gate on(LocalDate day) {
        var opens = opensOn(decision == null ? day : decision.on());
        var due = dueOn();
        if (decision != null) {
            return gate(Gate.State.DECIDED, opens, due, decision);
        }
        return gate(Gate.undecided(opens, due, day), opens, due, extension);
    }

    private static Gate gate(
            Gate.State state, @Nullable LocalDate opens, @Nullable LocalDate due, @Nullable BenefitFact decided) {
        return new Gate(
                Gate.BENEFIT,
                state,
                opens,
                due,
                decided == null ? null : decided.outcome().name(),
                decided == null ? null : decided.on());
    }

    private @Nullable LocalDate opensOn(LocalDate day) {
        if (extension != null) {
            return extension.reviewOn();
        }
        var opens = Agenda.earlier(completing == null ? null : completing.on(), lastDay);
        return opens == null || opens.isAfter(day) ? null : opens;
    }

    private @Nullable LocalDate dueOn() {
        if (extension != null) {
            return extension.reviewOn();
        }
        if (lastDay != null) {
            return lastDay;
        }
        return completing == null ? null : completing.on().plusDays(DAYS_TO_DECIDE);
    }

    /** The next date after {@code day} on which this gate opens or becomes overdue by itself. */
    @Nullable
    LocalDate movesAfter(LocalDate day) {
        var gate = on(day);
        return switch (gate.state()) {
            case NOT_OPEN -> gate.opensOn() == null ? lastDay : gate.opensOn();
            case OPEN -> gate.dueOn() == null ? null : gate.dueOn().plusDays(1);
            case OVERDUE, DECIDED -> null;
        };
    }

    /** Why the gate opened: the decision to extend, the session that completed the phase, or its last day. */
    String openedBecause() {
        if (extension != null) {
            return "the phase was extended to a review on " + extension.reviewOn();
        }
        if (completing != null && (lastDay == null || !completing.on().isAfter(lastDay))) {
            return "session " + phase.sessions() + " of " + phase.sessions() + " was given on " + completing.on();
        }
        return "the last day of " + phase.id() + " is " + lastDay;
    }

    String source() {
        return Sources.of(phase, "gate");
    }

    List<UUID> events() {
        var events = new ArrayList<UUID>(3);
        if (completing != null) {
            events.add(completing.event());
        }
        if (extension != null) {
            events.add(extension.event());
        }
        if (decision != null) {
            events.add(decision.event());
        }
        return events;
    }
}

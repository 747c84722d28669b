package io.upswing.series;

import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;

/**
 * R5, R7: goes through a course's facts day by day and moves the course from phase to phase. On each day its sessions come
 * first, then its decisions.
 */
final class Walk {
    private final Progress progress;

    private Walk(Progress progress) {
        this.progress = progress;
    }

    /** Where the course stands at the end of {@code lastDay}, under the version of its protocol that then holds. */
    static Progress upTo(LocalDate lastDay, CourseFacts facts) {
        var walk = new Walk(new Progress(facts.prescriptionOn(lastDay)));
        var agenda = new Agenda(facts, lastDay);
        while (agenda.hasNext()) {
            walk.through(agenda.next());
        }
        return walk.progress;
    }

    private void through(Agenda.Day day) {
        if (!day.sessions().isEmpty()) {
            giveSessions(day);
        }
        day.benefits().forEach(this::decide);
        day.intervals().forEach(this::change);
    }

    private void giveSessions(Agenda.Day day) {
        var flags = SessionFlags.onTheEveOf(day.date(), progress);
        for (var session : day.sessions()) {
            if (session.counts()) {
                moveOnFor(day);
                progress.count(session, flags.of(session, progress));
                completePhase(session);
            }
        }
    }

    /** What is decided on a day may already hold for a session of that day. */
    private void moveOnFor(Agenda.Day day) {
        var continuation = day.continuation();
        if (continuation != null && progress.gate() != null && progress.gate().completed()) {
            decide(continuation);
        }
        if (!day.intervals().isEmpty() && inUngatedSeries()) {
            progress.enterNext(day.date(), day.intervals().getFirst().event());
        }
    }

    private void completePhase(SessionFact session) {
        if (!(progress.phase() instanceof Series series) || progress.given() != series.sessions()) {
            return;
        }
        if (progress.gate() != null) {
            progress.gate().completedBy(session);
        } else if (inUngatedSeries()) {
            progress.enterNext(session.on(), session.event());
        }
    }

    private void decide(BenefitFact decision) {
        var gate = progress.gate();
        if (gate == null || gate.decided() || progress.stay().isBegunBy(decision)) {
            return;
        }
        gate.decide(decision);
        if (decision.outcome() == BenefitFact.Outcome.CONTINUE && progress.nextPhase() != null) {
            progress.enterNext(decision.on(), decision.event());
            if (decision.intervalDays() != null) {
                change(new IntervalFact(decision.intervalDays(), decision.on(), decision.event()));
            }
        }
    }

    private void change(IntervalFact decision) {
        if (inUngatedSeries()) {
            progress.enterNext(decision.from(), decision.event());
        }
        progress.intervalDecided(decision);
    }

    private boolean inUngatedSeries() {
        return progress.phase() instanceof Series series && !series.gated() && progress.nextPhase() != null;
    }
}

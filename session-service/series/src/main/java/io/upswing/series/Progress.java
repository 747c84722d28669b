package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a course stands after the facts that a {@link Walk} has met so far. Only the walk changes it. */
final class Progress {
    /** R1: a counted session and the phase that it fell in. */
    record Counted(SessionFact session, int phase) {
        LocalDate on() {
            return session.on();
        }
    }

    /** R5: a phase that was entered; {@code from} and {@code event} are null for the first. */
    record Stay(
            int phase, @Nullable LocalDate from, @Nullable UUID event) {
        boolean isBegunBy(BenefitFact decision) {
            return decision.event().equals(event);
        }
    }

    private final Prescription prescription;
    private final List<Counted> counted = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>(4);
    private final List<BenefitGate> passedGates = new ArrayList<>(1);
    private final List<SessionFlags.Finding> findings = new ArrayList<>(2);
    private @Nullable BenefitGate gate;
    private @Nullable IntervalFact interval;
    private @Nullable IntervalFact firstOpenInterval;
    private int given;

    Progress(Prescription prescription) {
        this.prescription = prescription;
        enter(0, null, null);
    }

    void count(SessionFact session, List<SessionFlags.Finding> found) {
        counted.add(new Counted(session, phaseIndex()));
        findings.addAll(found);
        given++;
        if (gate != null && counted.size() == 1) {
            gate.startedOn(session.on());
        }
    }

    void enterNext(LocalDate day, UUID event) {
        if (gate != null) {
            passedGates.add(gate);
        }
        enter(phaseIndex() + 1, day, event);
    }

    private void enter(int index, @Nullable LocalDate day, @Nullable UUID event) {
        stays.add(new Stay(index, day, event));
        given = 0;
        gate = phase() instanceof Series series && series.gated() ? new BenefitGate(series, day1()) : null;
    }

    void intervalDecided(IntervalFact decision) {
        interval = decision;
        if (phase() instanceof Open && firstOpenInterval == null) {
            firstOpenInterval = decision;
        }
    }

    Prescription prescription() {
        return prescription;
    }

    Phase phase() {
        return prescription.phases().get(phaseIndex());
    }

    @Nullable
    Phase nextPhase() {
        var next = phaseIndex() + 1;
        return next < prescription.phases().size() ? prescription.phases().get(next) : null;
    }

    private int phaseIndex() {
        return stay().phase();
    }

    Stay stay() {
        return stays.getLast();
    }

    List<Stay> stays() {
        return Collections.unmodifiableList(stays);
    }

    List<Counted> counted() {
        return Collections.unmodifiableList(counted);
    }

    List<SessionFlags.Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    List<BenefitGate> passedGates() {
        return Collections.unmodifiableList(passedGates);
    }

    /** The benefit gate of the current phase; null where it has none. */
    @Nullable
    BenefitGate gate() {
        return gate;
    }

    /** R5: counted sessions in the current phase. */
    int given() {
        return given;
    }

    /** R5: null in an open phase. */
    @Nullable
    Integer planned() {
        return phase() instanceof Series series ? Integer.valueOf(series.sessions()) : null;
    }

    /** R2: the date of the first counted session. */
    @Nullable
    LocalDate day1() {
        return counted.isEmpty() ? null : counted.getFirst().on();
    }

    @Nullable
    SessionFact last() {
        return counted.isEmpty() ? null : counted.getLast().session();
    }

    /** R3: counted sessions, of whatever phase, in the treatment week of a date. */
    int givenInWeekOf(LocalDate date) {
        var day1 = counted.getFirst().on();
        var week = Weeks.of(day1, date);
        var count = 0;
        for (var i = counted.size() - 1; i >= 0 && Weeks.of(day1, counted.get(i).on()) >= week; i--) {
            count += Weeks.of(day1, counted.get(i).on()) == week ? 1 : 0;
        }
        return count;
    }

    /** R8: days between sessions of the current phase; null outside an open phase and where none is known. */
    @Nullable
    Integer intervalDays() {
        if (!(phase() instanceof Open open)) {
            return null;
        }
        return interval == null ? open.defaultInterval() : Integer.valueOf(interval.days());
    }

    /** R8: the latest decision on the interval; null while there is none. */
    @Nullable
    IntervalFact interval() {
        return interval;
    }

    /** R8: the decision that settled the frequency of the open phase. */
    @Nullable
    IntervalFact firstOpenInterval() {
        return firstOpenInterval;
    }
}

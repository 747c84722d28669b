package io.upswing.scheduling.domain;

import io.upswing.series.BenefitFact.Outcome;
import io.upswing.series.CourseFacts;
import io.upswing.series.SessionFact;
import io.upswing.series.SessionFact.Given;
import io.upswing.series.Standing;
import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a date keeps its distance (DUE-RULES R3, R4, R10): the gap to both neighbours, given or booked, and the sessions of
 * its treatment week. Each session is held to the phase that it will fall in if everything booked is given.
 */
final class Spacing {
    private final List<Phase> phases;
    private final Standing standing;
    private final TreeSet<LocalDate> given;
    private final TreeSet<LocalDate> dates;

    /** {@code booked}: the dates of the course's other appointments. */
    Spacing(CourseFacts facts, Standing standing, List<LocalDate> booked) {
        this.phases = facts.prescriptionOn(standing.asOf()).phases();
        this.standing = standing;
        this.given = facts.given().sessions().stream()
                .filter(Spacing::counts)
                .map(SessionFact::on)
                .collect(Collectors.toCollection(TreeSet::new));
        this.dates = new TreeSet<>(given);
        this.dates.addAll(booked);
    }

    private static boolean counts(SessionFact session) {
        return session.given() == Given.FULL
                || (session.given() == Given.PART && Boolean.TRUE.equals(session.counted()));
    }

    /** What is wrong with the date; empty when nothing is. */
    Optional<String> conflict(LocalDate date) {
        if (dates.contains(date)) {
            return Optional.of("There is a session of this course on " + date + " already.");
        }
        return tooClose(dates.lower(date), date, phaseOf(date))
                .or(() -> tooClose(date, dates.higher(date), phaseAfter(date)))
                .or(() -> weekFull(date));
    }

    /** The nearest appointment before the date that is booked and not given; null where there is none. */
    @Nullable
    LocalDate bookedBefore(LocalDate date) {
        var before = dates.lower(date);
        return before == null || given.contains(before) ? null : before;
    }

    private static Optional<String> tooClose(@Nullable LocalDate from, @Nullable LocalDate to, Held held) {
        if (from == null || to == null || ChronoUnit.DAYS.between(from, to) >= held.minGap()) {
            return Optional.empty();
        }
        return Optional.of("From " + from + " to " + to + " is less than " + held.minGap() + " days.");
    }

    private Optional<String> weekFull(LocalDate date) {
        var cap = phaseOf(date).perWeek();
        var day1 = standing.day1() == null ? firstWith(date) : standing.day1();
        var week = Math.floorDiv(ChronoUnit.DAYS.between(day1, date), 7L);
        var first = day1.plusDays(7 * week);
        var inWeek = dates.subSet(first, first.plusDays(7)).size();
        return inWeek < cap
                ? Optional.empty()
                : Optional.of(
                        "Treatment week " + (week + 1) + ", from " + first + ", has " + inWeek + " sessions already.");
    }

    private LocalDate firstWith(LocalDate date) {
        return dates.isEmpty() || date.isBefore(dates.first()) ? date : dates.first();
    }

    /** What the phase asks of a session in it. */
    record Held(int minGap, int perWeek) {
        static final Held LOOSELY = new Held(1, Integer.MAX_VALUE);
    }

    private Held phaseOf(LocalDate date) {
        return held(ahead().headSet(date).size());
    }

    /** The next date after the one that is asked for moves one place back. */
    private Held phaseAfter(LocalDate date) {
        return held(ahead().headSet(date).size() + 1);
    }

    private TreeSet<LocalDate> ahead() {
        var ahead = new TreeSet<>(dates);
        ahead.removeAll(given);
        return ahead;
    }

    /** What holds for the session that has {@code before} others before it that are booked and not given. */
    private Held held(int before) {
        var at = index();
        var left = before + standing.given();
        while (!extended()
                && phases.get(at) instanceof Series series
                && left >= series.sessions()
                && at + 1 < phases.size()) {
            left -= series.sessions();
            at++;
        }
        return switch (phases.get(at)) {
            case Series series -> new Held(series.gap().min(), series.perWeek());
            case Open open -> inOpenPhase(open);
        };
    }

    /** R6: an extended phase goes on until a clinician decides otherwise, however many were given in it. */
    private boolean extended() {
        return standing.gates().stream().anyMatch(gate -> Outcome.EXTEND.name().equals(gate.outcome()));
    }

    private int index() {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).id().equals(standing.phase())) {
                return i;
            }
        }
        throw new IllegalStateException("The schedule has no phase " + standing.phase());
    }

    private Held inOpenPhase(Open open) {
        var interval = standing.intervalDays() == null ? open.defaultInterval() : standing.intervalDays();
        return interval == null ? Held.LOOSELY : new Held(Math.max(1, interval - open.window()), Integer.MAX_VALUE);
    }
}

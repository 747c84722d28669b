package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.Warning;
import io.upswing.series.Ahead;
import io.upswing.series.CourseFacts;
import io.upswing.series.Pace;
import io.upswing.series.SessionFact;
import io.upswing.series.Weeks;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a date keeps its distance (DUE-RULES R3, R4, R10): the gap to both neighbours, given or booked, and the sessions of
 * its treatment week. Each session is held to the phase that it will fall in if everything booked is given.
 */
final class Spacing {
    private final Ahead rules;
    private final TreeSet<LocalDate> given;
    private final TreeSet<LocalDate> dates;
    private final TreeSet<LocalDate> ahead;

    /** By the rules that hold on {@code day}; {@code booked}: the dates of the course's other appointments. */
    Spacing(CourseFacts facts, LocalDate day, List<LocalDate> booked) {
        this.rules = Ahead.on(day, facts);
        this.given = facts.given().sessions().stream()
                .filter(SessionFact::counts)
                .map(SessionFact::on)
                .collect(Collectors.toCollection(TreeSet::new));
        this.ahead = new TreeSet<>(booked);
        this.ahead.removeAll(given);
        this.dates = new TreeSet<>(given);
        this.dates.addAll(booked);
    }

    /** What is wrong with the date; empty when nothing is. */
    Optional<String> conflict(LocalDate date) {
        if (dates.contains(date)) {
            return Optional.of("There is a session of this course on " + date + " already.");
        }
        return tooClose(dates.lower(date), date, paceOf(date))
                .or(() -> tooClose(date, dates.higher(date), paceAfter(date)))
                .or(() -> weekFull(date));
    }

    /** What staff are told of a date that is further from its neighbours than the phase has it. */
    List<Warning> gaps(LocalDate date) {
        return Stream.of(
                        tooLong(dates.lower(date), date, paceOf(date)),
                        tooLong(date, dates.higher(date), paceAfter(date)))
                .flatMap(Optional::stream)
                .map(text -> new Warning("gap-too-long", text))
                .toList();
    }

    /** The nearest appointment before the date that is booked and not given; null where there is none. */
    @Nullable
    LocalDate bookedBefore(LocalDate date) {
        var before = dates.lower(date);
        return before == null || given.contains(before) ? null : before;
    }

    private static Optional<String> tooClose(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Pace pace) {
        var least = pace == null ? 1 : Math.max(1, pace.gap().min());
        return from == null || to == null || ChronoUnit.DAYS.between(from, to) >= least
                ? Optional.empty()
                : Optional.of("From " + from + " to " + to + " is less than " + least + " days.");
    }

    private static Optional<String> tooLong(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Pace pace) {
        return from == null
                        || to == null
                        || pace == null
                        || ChronoUnit.DAYS.between(from, to) <= pace.gap().max()
                ? Optional.empty()
                : Optional.of("From " + from + " to " + to + " is more than "
                        + pace.gap().max() + " days.");
    }

    private Optional<String> weekFull(LocalDate date) {
        var pace = paceOf(date);
        var day1 = given.isEmpty() ? firstWith(date) : given.first();
        var week = Weeks.of(day1, date);
        var first = Weeks.firstDay(day1, week);
        var inWeek = dates.subSet(first, first.plusDays(7)).size();
        return pace == null || inWeek < pace.perWeek()
                ? Optional.empty()
                : Optional.of("Treatment week " + week + ", from " + first + ", has " + inWeek + " sessions already.");
    }

    private LocalDate firstWith(LocalDate date) {
        return dates.isEmpty() || date.isBefore(dates.first()) ? date : dates.first();
    }

    private @Nullable Pace paceOf(LocalDate date) {
        return rules.pace(ahead.headSet(date).size());
    }

    /** The next date after the one that is asked for moves one place back. */
    private @Nullable Pace paceAfter(LocalDate date) {
        return rules.pace(ahead.headSet(date).size() + 1);
    }
}

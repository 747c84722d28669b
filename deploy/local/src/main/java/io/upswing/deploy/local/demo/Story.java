package io.upswing.deploy.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One patient's course as the demo tells it; its day 1 lies {@code day1} days from today, and steps count from there. */
record Story(Person person, Plan plan, int day1, Booking booking, List<Step> steps) {

    /** What becomes of the next session's appointment; SERIES: all that the phase still plans are booked at once. */
    enum Booking {
        NONE,
        BOOKED,
        CONFIRMED,
        MOVED,
        CANCELLED,
        SERIES
    }

    /** Twice a week from day 1 on: the whole induction of esketamine. */
    static final int[] EIGHT = {0, 3, 7, 10, 14, 17, 21, 24};

    static final int[] SIX = {0, 3, 7, 10, 14, 17};

    Story {
        steps = List.copyOf(steps);
    }

    static Story of(Person person, Plan plan, int day1) {
        return new Story(person, plan, day1, Booking.NONE, List.of());
    }

    Story then(Step... further) {
        var all = new ArrayList<>(steps);
        all.addAll(List.of(further));
        return new Story(person, plan, day1, booking, all);
    }

    Story given(int... days) {
        return then(
                IntStream.of(days).mapToObj(day -> new Step.Given(day, null)).toArray(Step[]::new));
    }

    Story live(int day) {
        return then(new Step.Live(day, true));
    }

    Story inTheChair(int day) {
        return then(new Step.Live(day, false));
    }

    Story continued(int day) {
        return then(new Step.Decided(day, "CONTINUE", null));
    }

    Story continued(int day, int intervalDays) {
        return then(new Step.Decided(day, "CONTINUE", intervalDays));
    }

    Story decided(int day, String outcome, @Nullable Integer number) {
        return then(new Step.Decided(day, outcome, number));
    }

    Story interval(int day, int days) {
        return then(new Step.Interval(day, days));
    }

    Story paused(int day, String reason) {
        return then(new Step.Paused(day, reason));
    }

    Story resumed(int day) {
        return then(new Step.Resumed(day));
    }

    Story closed(int day, String reason) {
        return then(new Step.Closed(day, reason));
    }

    Story booked(Booking how) {
        return new Story(person, plan, day1, how, steps);
    }
}

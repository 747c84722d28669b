package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.domain.Stay.Watching;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stays of an hour, watched for its second half. */
class OverbookedTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Duration WATCHED = Duration.ofMinutes(30);
    private static final Stay STAY =
            new Stay(Duration.ofMinutes(60), Duration.ZERO, new Watching(WATCHED, Duration.ofMinutes(60), false));

    @Test
    void is_put_beside_what_is_booked_and_never_beside_what_is_held() {
        var held = on(FIRST, "09:00", true);

        assertThat(overbooked(held, on(SECOND, "09:00", false)).at(nine()))
                .map(Slot::chairId)
                .contains(SECOND);
        assertThat(overbooked(held, on(SECOND, "09:30", true)).at(nine())).isEmpty();
        assertThat(overbooked(on(FIRST, "10:00", true)).at(nine()))
                .map(Slot::chairId)
                .contains(FIRST);
    }

    @Test
    void never_takes_the_monitor_of_whom_a_time_is_held_for() {
        var held = on(SECOND, "08:45", true);

        assertThat(monitored(1, held).at(nine())).isEmpty();
        assertThat(monitored(2, held, on(FIRST, "09:00", false)).at(nine())).isEmpty();
        assertThat(monitored(3, held, on(FIRST, "09:00", false)).at(nine())).isPresent();
        assertThat(monitored(1, on(SECOND, "08:30", true), on(FIRST, "09:00", false))
                        .at(nine()))
                .isPresent();
    }

    private static Overbooked overbooked(Occupied... taken) {
        return new Overbooked(DeskFixture.site(), DeskFixture.site().chairsFor("IN"), List.of(taken), STAY);
    }

    private static Overbooked monitored(int patients, Occupied... taken) {
        var monitor = new Shift(Role.MONITOR, new Span(at(TUESDAY, "08:00"), at(TUESDAY, "17:00")), patients);
        var site = DeskFixture.staffed(DeskFixture.site(), monitor);
        return new Overbooked(site, site.chairsFor("IN"), List.of(taken), STAY);
    }

    private static Occupied on(UUID chair, String start, boolean held) {
        var from = at(TUESDAY, start);
        return new Occupied(
                new Slot(from, STAY.at(from).to(), chair), new Span(from.plus(WATCHED), from.plus(STAY.chair())), held);
    }

    private static Instant nine() {
        return at(TUESDAY, "09:00");
    }
}

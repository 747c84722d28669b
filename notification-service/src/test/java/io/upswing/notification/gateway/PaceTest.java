package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How fast messages go to a provider. */
class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace = new Pace(4, 0);

    @Test
    void whoever_comes_at_once_waits_in_line() {
        assertThat(pace.turn(0)).hasValue(0);
        assertThat(pace.turn(0)).hasValue(SECOND / 4);
        assertThat(pace.turn(SECOND / 4)).hasValue(SECOND / 4);
    }

    @Test
    void time_in_which_nobody_came_is_not_made_up_for() {
        pace.turn(0);
        assertThat(pace.turn(100 * SECOND)).hasValue(0);
        assertThat(pace.turn(100 * SECOND)).hasValue(SECOND / 4);
    }

    @Test
    void whoever_would_wait_too_long_takes_no_turn() {
        pace.hold(0, Duration.ofMinutes(2));
        assertThat(pace.turn(0)).isEqualTo(OptionalLong.empty());
        assertThat(pace.turn(99 * SECOND)).isEqualTo(OptionalLong.empty());
        assertThat(pace.turn(100 * SECOND)).hasValue(20 * SECOND);
    }

    @Test
    void a_shorter_pause_does_not_end_a_longer_one() {
        pace.hold(0, Duration.ofSeconds(10));
        pace.hold(0, Duration.ZERO);
        assertThat(pace.turn(0)).hasValue(10 * SECOND);
    }
}

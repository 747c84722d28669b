package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast messages go to a provider. */
class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace = new Pace(4, 0);

    @Test
    void a_second_s_messages_go_at_once_and_then_one_by_one() {
        assertThat(turns(0)).isEqualTo(4);
        assertThat(turns(SECOND / 4 - 1)).isZero();
        assertThat(turns(SECOND / 4)).isEqualTo(1);
        assertThat(turns(SECOND)).isEqualTo(3);
    }

    @Test
    void time_in_which_nobody_came_is_not_made_up_for() {
        turns(0);
        assertThat(turns(100 * SECOND)).isEqualTo(4);
        assertThat(turns(100 * SECOND)).isZero();
    }

    @Test
    void who_looks_once_a_second_sends_all_that_may_be_sent() {
        int sent = 0;
        for (int second = 0; second < 10; second++) {
            sent += turns(second * SECOND);
        }
        assertThat(sent).isEqualTo(40);
    }

    @Test
    void while_the_provider_wants_no_more_there_is_no_turn_and_then_they_begin_one_by_one() {
        pace.hold(0, Duration.ofMinutes(2));
        assertThat(turns(0)).isZero();
        assertThat(turns(120 * SECOND - 1)).isZero();
        assertThat(turns(120 * SECOND)).isEqualTo(1);
        assertThat(turns(120 * SECOND + SECOND / 4)).isEqualTo(1);
    }

    @Test
    void a_shorter_pause_does_not_end_a_longer_one() {
        pace.hold(0, Duration.ofSeconds(10));
        pace.hold(0, Duration.ZERO);
        assertThat(turns(9 * SECOND)).isZero();
        assertThat(turns(10 * SECOND)).isEqualTo(1);
    }

    /** Takes all there are, and as many as were said. */
    private int turns(long now) {
        var room = pace.room(now);
        int taken = 0;
        while (pace.turn(now)) {
            taken++;
        }
        assertThat(taken).isEqualTo(room);
        return taken;
    }
}

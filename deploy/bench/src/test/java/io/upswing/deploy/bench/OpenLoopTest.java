package io.upswing.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void a_stall_counts_for_everyone_who_had_to_wait_for_its_end() {
        var stall = new CountDownLatch(1);
        var load = new OpenLoop(100);
        load.run(0, 40, request -> {
            if (request == 30) {
                stall.countDown();
            }
            return awaited(stall);
        });
        assertThat(load.latencies().count()).isEqualTo(40);
        assertThat(load.latencies().percentile(50).value()).isGreaterThan(90);
        assertThat(load.latencies().percentile(99).value()).isGreaterThan(280);
    }

    @Test
    void the_warm_up_is_not_timed_but_its_failures_are_told() {
        var load = new OpenLoop(1_000);
        load.run(10, 20, request -> request != 3);
        assertThat(load.latencies().count()).isEqualTo(20);
        assertThat(load.failures()).isEqualTo(1);
    }

    private static boolean awaited(CountDownLatch stall) {
        try {
            stall.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

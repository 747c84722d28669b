package io.upswing.scheduling.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.eventlog.LogProblem;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentionTest {
    @ParameterizedTest
    @ValueSource(strings = {"23P01", "40P01", "40001"})
    void is_decided_again_when_others_were_there(String state) {
        var tries = new AtomicInteger();

        var answer = Contention.decideAgain(() -> {
            if (tries.incrementAndGet() < 3) {
                throw failure(state);
            }
            return "booked";
        });

        assertThat(answer).isEqualTo("booked");
        assertThat(tries).hasValue(3);
    }

    @Test
    void is_given_up_after_twenty_tries_with_a_problem_that_invites_to_try_again_and_says_why() {
        var tries = new AtomicInteger();

        assertThatExceptionOfType(LogProblem.class)
                .isThrownBy(() -> Contention.decideAgain(() -> {
                    tries.incrementAndGet();
                    throw failure("40P01");
                }))
                .matches(problem -> problem.kind() == LogProblem.Kind.CONTENDED)
                .withRootCauseInstanceOf(SQLException.class);
        assertThat(tries).hasValue(20);
    }

    @Test
    void another_failure_is_not_tried_again() {
        var tries = new AtomicInteger();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Contention.decideAgain(() -> {
                    tries.incrementAndGet();
                    throw failure("08006");
                }));
        assertThat(tries).hasValue(1);
    }

    private static IllegalStateException failure(String state) {
        return new IllegalStateException(new SQLException("refused", state));
    }
}

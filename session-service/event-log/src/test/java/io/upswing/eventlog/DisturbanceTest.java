package io.upswing.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class DisturbanceTest {
    private static final SQLException AWAY = new SQLException("An I/O error occurred", "08006");
    private static final SQLException DOUBLE = new SQLException("duplicate key", "23505");

    @Test
    void the_database_going_away_is_one_and_a_broken_constraint_is_not() {
        assertThat(Disturbance.causes(new IllegalStateException(AWAY))).isTrue();
        assertThat(Disturbance.causes(new IllegalStateException(DOUBLE))).isFalse();
        assertThat(Disturbance.causes(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void going_away_at_the_commit_is_one() {
        assertThat(Disturbance.causes(new IllegalStateException(rolledBackFor(AWAY))))
                .isTrue();
        assertThat(Disturbance.causes(new IllegalStateException(rolledBackFor(DOUBLE))))
                .isFalse();
    }

    /** As the transaction manager says it. */
    private static RollbackException rolledBackFor(SQLException why) {
        var resource = new XAException("Error trying to transactionCommit local transaction");
        resource.initCause(why);
        var rolledBack = new RollbackException("ARJUNA016053: Could not commit transaction.");
        rolledBack.addSuppressed(resource);
        return rolledBack;
    }
}

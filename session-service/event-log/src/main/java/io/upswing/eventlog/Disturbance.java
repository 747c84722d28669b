package io.upswing.eventlog;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a failure of the database from one of the work: only the second says anything about the data. */
final class Disturbance {

    /**
     * By class of SQLSTATE: connection, transaction rolled back (deadlock, serialization), resources, object in use,
     * operator (the server goes down or comes up), system.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private static final int DEEPEST = 20;

    private Disturbance() {}

    static boolean causes(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isDisturbance(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** The pool and the transaction manager give no state; what is about data always has one. */
    private static boolean isDisturbance(SQLException failure) {
        var state = failure.getSQLState();
        return state == null || state.length() < 2 || CLASSES.contains(state.substring(0, 2));
    }
}

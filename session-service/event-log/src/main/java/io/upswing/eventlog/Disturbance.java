package io.upswing.eventlog;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a failure of the database from one of the work: only the second says anything about the data. */
public final class Disturbance {

    /**
     * By class of SQLSTATE: connection, transaction rolled back (deadlock, serialization), resources, object in use,
     * operator (the server goes down or comes up), system.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private static final int DEEPEST = 20;

    private Disturbance() {}

    /** The transaction manager hangs what failed at the commit beside its own failure, not below it. */
    public static boolean causes(Throwable failure) {
        return causes(failure, 0);
    }

    private static boolean causes(@Nullable Throwable failure, int depth) {
        if (failure == null || depth > DEEPEST) {
            return false;
        }
        return (failure instanceof SQLException sql && isDisturbance(sql))
                || causes(failure.getCause(), depth + 1)
                || Stream.of(failure.getSuppressed()).anyMatch(beside -> causes(beside, depth + 1));
    }

    /** The pool and the transaction manager give no state; what is about data always has one. */
    private static boolean isDisturbance(SQLException failure) {
        var state = failure.getSQLState();
        return state == null || state.length() < 2 || CLASSES.contains(state.substring(0, 2));
    }
}

package io.upswing.http;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not answer from a fault of ours. */
final class DatabaseAway {
    private static final int DEEPEST = 20;

    private DatabaseAway() {}

    static boolean causes(Throwable fault) {
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isConnection(sql)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Class 08 is the connection, 57P the server going down or coming up, 53 its resources; the pool gives no state. */
    private static boolean isConnection(SQLException fault) {
        var state = fault.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}

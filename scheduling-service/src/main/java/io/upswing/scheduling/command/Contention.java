package io.upswing.scheduling.command;

import io.upswing.eventlog.LogProblem;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries again what the database refused because somebody else was there at the same time. */
final class Contention {
    private static final int ATTEMPTS = 20;

    /** PostgreSQL: exclusion violation, deadlock detected, serialization failure, lock not available. */
    private static final Set<String> OTHERS_WERE_THERE = Set.of("23P01", "40P01", "40001", "55P03");

    private Contention() {}

    /** What was decided before its turn came no longer held then. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("overtaken", null, false, false);
        }
    }

    static <T> T decideAgain(Supplier<T> work) {
        return decideAgain(attempt -> work.get());
    }

    /** The work is told which attempt it is, from 1 on. */
    static <T> T decideAgain(IntFunction<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.apply(attempt);
            } catch (RuntimeException e) {
                if (!contended(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    throw givenUp(e);
                }
            }
        }
    }

    private static LogProblem givenUp(RuntimeException last) {
        var problem = new LogProblem(LogProblem.Kind.CONTENDED, "Others kept booking the same time; try again.");
        problem.initCause(last);
        return problem;
    }

    private static boolean contended(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Overtaken) {
                return true;
            }
            if (cause instanceof SQLException sql && OTHERS_WERE_THERE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}

package io.upswing.eventlog;

/** Rolls a transaction back: what it rests on was moved by another replica, or the tables were made anew. */
final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Moved() {
        super("moved by another replica", null, false, false);
    }
}

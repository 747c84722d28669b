package io.upswing.eventlog;

/** Rolls a batch back: its offsets were moved by another replica, or the tables were made anew. */
final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;
}

package io.upswing.eventlog;

/** Why the log did not take a request. None of them leaves anything behind. */
public final class LogProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller is told. */
    public enum Kind {
        /** The stream belongs to another clinic, or does not exist. */
        NO_SUCH_STREAM,
        /** The same idempotency key with another body. */
        KEY_REUSED,
        /** The event would be larger than what Kafka takes. */
        TOO_LARGE,
        /** Others were faster, again and again. */
        CONTENDED,
        /** Not started, or stopped because the database below is another one. */
        NOT_READY
    }

    private final Kind kind;

    public LogProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

package io.upswing.notification.domain;

/** A decision that cannot be taken as things stand. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Refusal {
        NO_SUCH_ITEM,
        ALREADY_RESOLVED
    }

    private final Refusal refusal;

    public Refused(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}

package io.upswing.scheduling.domain;

import java.util.List;

/** A command that the rules refuse. The message names what would have to change and no person. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<Slot> alternatives;

    public Refused(Refusal refusal, String message) {
        this(refusal, message, List.of());
    }

    /** {@code alternatives}: what could be booked instead, nearest first. */
    public Refused(Refusal refusal, String message, List<Slot> alternatives) {
        super(message);
        this.refusal = refusal;
        this.alternatives = List.copyOf(alternatives);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Slot> alternatives() {
        return alternatives;
    }
}

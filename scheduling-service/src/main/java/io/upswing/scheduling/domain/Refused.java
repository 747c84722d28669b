package io.upswing.scheduling.domain;

import java.util.List;

/** A command that the rules refuse. The message names what would have to change and no person. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<Slot> alternatives;
    private final transient List<Failed> failed;

    public Refused(Refusal refusal, String message) {
        this(refusal, message, List.of());
    }

    /** {@code alternatives}: what could be booked instead, nearest first. */
    public Refused(Refusal refusal, String message, List<Slot> alternatives) {
        this(refusal, message, alternatives, List.of());
    }

    /** {@code failed}: the dates on which a series could not go on. */
    public Refused(Refusal refusal, String message, List<Slot> alternatives, List<Failed> failed) {
        super(message);
        this.refusal = refusal;
        this.alternatives = List.copyOf(alternatives);
        this.failed = List.copyOf(failed);
    }

    public static Refused noSuchSite() {
        return new Refused(Refusal.NO_SUCH_SITE, "There is no such site.");
    }

    public static Refused noSuchCourse() {
        return new Refused(Refusal.NO_SUCH_COURSE, "There is no such course.");
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Slot> alternatives() {
        return alternatives;
    }

    public List<Failed> failed() {
        return failed;
    }
}

package io.upswing.notification.domain;

/** Why a reminder is held back; the names are in the log: fixed for ever. */
public enum Suppression {
    UNKNOWN_PATIENT(true),
    NO_ADDRESS(true),
    NOT_WANTED(true),
    MINOR(true),
    /** The step goes by a channel that the patient has not, but they hear of the matter by another. */
    OTHER_CHANNEL(false),
    /** Its hour is one at which nobody is written to, and afterwards it is of no use. */
    QUIET_HOURS(false),
    /** The patient gets as many messages as they may, for longer than it is of use. */
    CAP(false);

    private final boolean unreachable;

    Suppression(boolean unreachable) {
        this.unreachable = unreachable;
    }

    /** Whether a person has to reach the patient another way. */
    public boolean unreachable() {
        return unreachable;
    }

    /** Whether it keeps a patient from hearing of what nothing else tells them, so that a person has to. */
    public boolean silences(About.Kind about) {
        return unreachable || about.isNews() && this != OTHER_CHANNEL;
    }
}

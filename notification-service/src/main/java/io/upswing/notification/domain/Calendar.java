package io.upswing.notification.domain;

/** Where appointments are: it is told what patients answered, which does no harm twice. */
public interface Calendar {
    /** @return whether it was understood; how things stand then comes back with the calendar's own events */
    boolean confirm(Affirmation affirmation);
}

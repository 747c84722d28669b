package io.upswing.notification.domain;

/** The date or moment of a matter that a step counts from. */
public enum Anchor {
    /** The appointment's, or that of what is offered. */
    START("the appointment"),
    FROM("the day from which it is due"),
    ON("the day on which it is due"),
    OVERDUE_AFTER("the last day on which it is due"),
    /** When the news came: of a change, a delay, an offer. */
    HAPPENED("it became known");

    private final String inWords;

    Anchor(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}

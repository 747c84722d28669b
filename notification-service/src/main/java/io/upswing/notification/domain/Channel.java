package io.upswing.notification.domain;

/** What a message goes by; the names are in the log and in policies: fixed for ever. */
public enum Channel {
    EMAIL("e-mail"),
    SMS("text messages"),
    /** The clinic's own system tells the patient. */
    WEBHOOK("the clinic's own system"),
    /** No patient: staff of the clinic find it on their worklist. */
    WORKLIST("the worklist");

    private final String inWords;

    Channel(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }
}

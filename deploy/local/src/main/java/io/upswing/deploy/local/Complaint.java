package io.upswing.deploy.local;

/** Something the person at the keyboard can put right; the message says how. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Complaint(String message) {
        super(message);
    }
}

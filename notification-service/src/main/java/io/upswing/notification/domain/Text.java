package io.upswing.notification.domain;

/** What a patient reads. */
public record Text(String subject, String body) {
    /** With lines under it. */
    public Text over(String lines) {
        return lines.isEmpty() ? this : new Text(subject, body + "\n\n" + lines);
    }
}

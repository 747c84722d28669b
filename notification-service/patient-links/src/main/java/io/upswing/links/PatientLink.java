package io.upswing.links;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Leave for one patient to do one thing, once, for a time.
 *
 * @param id of the message's links; with the purpose it names the one act that the link is good for
 * @param subject what it is done to: an appointment, a course, the wishes of the patient or of who acts for them
 * @param expires from then on it opens nothing; whole minutes
 */
public record PatientLink(UUID id, Purpose purpose, Language language, UUID patientId, UUID subject, Instant expires) {
    public PatientLink {
        expires = expires.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The id of the event that uses it: a log holds an id once, so that a link can be used once. */
    public UUID eventId() {
        return UUID.nameUUIDFromBytes(("link\n" + id + "\n" + purpose).getBytes(StandardCharsets.UTF_8));
    }

    /** The same message's link for another thing. */
    public PatientLink to(Purpose other) {
        return new PatientLink(id, other, language, patientId, subject, expires);
    }
}

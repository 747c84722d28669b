package io.upswing.notification.gateway;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reminder is called as mail: it follows from the reminder, so that a server that got it twice can tell, and as
 * the reminder's id is made of the patient's, which is random, nobody can guess it.
 *
 * @param domain the sender's
 */
record MessageId(UUID reminderId, String domain) {
    private static final Pattern FORM = Pattern.compile(
            "<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([a-z0-9.:\\[\\]-]{1,255})>", Pattern.CASE_INSENSITIVE);

    /** The first in a header's text, if that is one of ours by its form. */
    static Optional<MessageId> in(@Nullable String header) {
        var found = FORM.matcher(header == null ? "" : header);
        return found.find()
                ? Optional.of(new MessageId(UUID.fromString(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    /** As it stands in the header. */
    String text() {
        return "<" + reminderId + "@" + domain + ">";
    }
}

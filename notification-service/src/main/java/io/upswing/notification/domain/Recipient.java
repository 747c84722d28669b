package io.upswing.notification.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A patient as far as messages need them. Giving an address is taken as agreement to reminders by e-mail, which are part of
 * the treatment; who ever refused the channel, and did not agree again, gets none.
 */
public record Recipient(
        String givenName,
        String familyName,
        ZoneId zone,
        @Nullable String language,
        @Nullable String email,
        boolean emailRefused) {

    /** Why no e-mail may be sent; null when it may. */
    @Nullable
    String unreachable() {
        if (emailRefused) {
            return "The patient does not want e-mail.";
        }
        return email == null ? "There is no e-mail address." : null;
    }
}

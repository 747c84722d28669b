package io.upswing.deploy.e2e;

import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.TextMessage;
import io.upswing.deploy.local.LocalSystem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often which reminder was told, counted where messages arrive and not where they are sent. */
record Told(Map<UUID, Integer> byMail, Map<UUID, Integer> byText) {
    private static final Pattern ID = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern OF_RECEIPT = Pattern.compile("reminder=" + ID);

    static Told by(LocalSystem system) {
        return new Told(
                counted(system.mail().mails().stream().map(Mail::messageId).map(id -> first(ID, id))),
                counted(system.textMessages().messages().stream()
                        .map(TextMessage::statusCallback)
                        .map(address -> first(OF_RECEIPT, address))));
    }

    int times(UUID reminder) {
        return byMail.getOrDefault(reminder, 0) + byText.getOrDefault(reminder, 0);
    }

    private static Map<UUID, Integer> counted(Stream<Optional<UUID>> reminders) {
        var counts = new HashMap<UUID, Integer>();
        reminders.flatMap(Optional::stream).forEach(reminder -> counts.merge(reminder, 1, Integer::sum));
        return counts;
    }

    private static Optional<UUID> first(Pattern pattern, @Nullable String text) {
        return pattern.matcher(text == null ? "" : text)
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .findFirst();
    }
}

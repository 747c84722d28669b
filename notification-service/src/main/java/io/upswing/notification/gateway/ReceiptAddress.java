package io.upswing.notification.gateway;

import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Message;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where a provider says what became of a message: the address names it, so that a receipt needs no other record of it. */
final class ReceiptAddress {
    private final String path;

    ReceiptAddress(URI base, String provider) {
        path = base.toString().replaceAll("/+$", "") + "/providers/" + provider + "/receipts";
    }

    String of(Message message) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("clinic", message.clinic());
        parts.put("patient", message.patientId().toString());
        parts.put("reminder", message.reminderId().toString());
        parts.put("attempt", Integer.toString(message.attempt()));
        return called(Form.encode(parts));
    }

    /** The address that was called, as the provider knows it: what stands between us may have changed its beginning. */
    String called(String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Empty when it is none of ours. */
    static Optional<Claim> claim(Map<String, String> query) {
        try {
            return Optional.of(new Claim(
                    UUID.fromString(query.getOrDefault("reminder", "")),
                    UUID.fromString(query.getOrDefault("patient", "")),
                    query.getOrDefault("clinic", ""),
                    Integer.parseInt(query.getOrDefault("attempt", "")),
                    Instant.EPOCH)); // a receipt does not depend on when it was due
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

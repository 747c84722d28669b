package io.upswing.deploy.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the sender of a message what became of it, once and signed as Twilio signs it; who does not answer misses it. */
final class StatusCallbacks {
    private static final String ALGORITHM = "HmacSHA1";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final SecretKeySpec key;

    StatusCallbacks(String token) {
        key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    void tell(TextMessage message, String status) {
        var address = message.statusCallback();
        if (address != null) {
            call(address, new TreeMap<>(Map.of("MessageSid", message.sid(), "MessageStatus", status)));
        }
    }

    private void call(String address, TreeMap<String, String> fields) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", signature(address, fields))
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(fields)))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                System.err.println("A callback was answered " + status);
            }
        } catch (IOException e) {
            System.err.println("A callback was not taken: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the address as it was given, and all fields in the order of their names. */
    private String signature(String address, TreeMap<String, String> fields) {
        var all = fields.entrySet().stream()
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal((address + all).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}

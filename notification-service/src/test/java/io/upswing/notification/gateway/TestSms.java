package io.upswing.notification.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An account with a provider of text messages. */
final class TestSms {
    static final String TOKEN = "secret";

    private record Config(
            Optional<Account> account, URI provider, Duration connectTimeout, Duration timeout, int perSecond)
            implements SmsConfig {}

    private record OfClinic(String id, String token, String from, URI receipts) implements SmsConfig.Account {}

    private TestSms() {}

    static SmsConfig config(URI provider) {
        return config(provider, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** Does not wait long for an answer that never comes. */
    static SmsConfig impatient(URI provider) {
        return config(provider, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    private static SmsConfig config(URI provider, Duration connectTimeout, Duration timeout) {
        var account = new OfClinic("AC1", TOKEN, "+12025550100", URI.create("https://clinic.example/n/"));
        return new Config(Optional.of(account), provider, connectTimeout, timeout, 1000);
    }

    static SmsConfig none() {
        return new Config(
                Optional.empty(), URI.create("http://127.0.0.1:1"), Duration.ofSeconds(2), Duration.ofSeconds(1), 10);
    }
}

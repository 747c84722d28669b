package io.upswing.deploy.local.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An invented patient; without an address nobody can write to them. */
record Person(
        String givenName,
        String familyName,
        LocalDate birthDate,
        String timeZone,
        @Nullable String email) {
    private static final List<String> DOMAINS =
            List.of("example.org", "mail.example.org", "example.net", "post.example.com");

    static Person of(String name, String birthDate) {
        var space = name.indexOf(' ');
        var given = name.substring(0, space);
        var family = name.substring(space + 1);
        var domain = DOMAINS.get(name.length() % DOMAINS.size());
        var address = plain(given) + "." + plain(family) + "@" + domain;
        return new Person(given, family, LocalDate.parse(birthDate), "America/New_York", address);
    }

    Person in(String zone) {
        return new Person(givenName, familyName, birthDate, zone, email);
    }

    Person withoutEmail() {
        return new Person(givenName, familyName, birthDate, timeZone, null);
    }

    Optional<String> address() {
        return Optional.ofNullable(email);
    }

    String name() {
        return givenName + " " + familyName;
    }

    /** The request that registers them, without a way to write to them. */
    Map<String, Object> registration() {
        return Map.of(
                "givenName", givenName,
                "familyName", familyName,
                "birthDate", birthDate,
                "timeZone", timeZone,
                "language", "en");
    }

    /** The request that says where they may be written to; empty for those who may not. */
    Optional<Map<String, Object>> contact(String consentedAt) {
        var consent = Map.of("channel", "EMAIL", "granted", true, "at", consentedAt);
        return address()
                .map(address -> Map.of("email", address, "consents", List.of(consent), "preferredChannel", "EMAIL"));
    }

    private static String plain(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return decomposed.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

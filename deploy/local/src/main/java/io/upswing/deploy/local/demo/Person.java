package io.upswing.deploy.local.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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

    /** The request that registers them. */
    Map<String, Object> registration(String consentedAt) {
        var body = new LinkedHashMap<String, Object>();
        body.put("givenName", givenName);
        body.put("familyName", familyName);
        body.put("birthDate", birthDate);
        body.put("timeZone", timeZone);
        body.put("language", "en");
        if (email != null) {
            body.put("email", email);
            body.put("consents", List.of(Map.of("channel", "EMAIL", "granted", true, "at", consentedAt)));
            body.put("preferredChannel", "EMAIL");
        }
        return body;
    }

    private static String plain(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return decomposed.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}

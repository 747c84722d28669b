package io.upswing.notification.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The provider's addresses, and what proves us there. */
final class SmsApi {
    private final URI messages;
    private final String credentials;
    private final String from;

    /** @throws IllegalArgumentException when the account's id is none */
    SmsApi(URI provider, SmsConfig.Account account) {
        messages = provider.resolve("/2010-04-01/Accounts/" + account.id() + "/Messages.json");
        from = account.from();
        var proof = account.id() + ":" + account.token();
        credentials = "Basic " + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8));
    }

    /** To post a message to. */
    HttpRequest.Builder send() {
        return at(messages).header("Content-Type", "application/x-www-form-urlencoded");
    }

    /** What we sent on a day (UTC). */
    HttpRequest.Builder list(LocalDate day) {
        return at(URI.create(messages + "?"
                + Form.encode(new TreeMap<>(Map.of("DateSent", day.toString(), "From", from, "PageSize", "500")))));
    }

    /**
     * @param page the address that the page before it gave
     * @throws IOException when it is not the provider's: nobody else is shown what proves us
     */
    HttpRequest.Builder list(String page) throws IOException {
        var address = messages.resolve(page);
        if (!messages.getAuthority().equals(address.getAuthority())) {
            throw new IOException("A next page that is somebody else's");
        }
        return at(address);
    }

    private HttpRequest.Builder at(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", credentials);
    }
}

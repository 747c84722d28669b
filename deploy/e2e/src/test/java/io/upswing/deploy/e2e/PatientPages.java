package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a patient does who has a message and a browser, and no account with anybody. */
final class PatientPages {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final Pattern START = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");

    private PatientPages() {}

    /** The link to appointments in a message. */
    static URI linkIn(String message) {
        return linkIn(message, "p");
    }

    /** @param page whose link it is: p, questionnaires or preferences */
    static URI linkIn(String message, String page) {
        var found = Pattern.compile("http://\\S+/" + page + "/[A-Za-z0-9_-]+").matcher(message);
        assertThat(found.find()).as("a link in: " + message).isTrue();
        return URI.create(found.group());
    }

    static String open(URI link) {
        return page(HttpRequest.newBuilder(link).GET());
    }

    /** The starts that a page offers. */
    static List<String> starts(String page) {
        return START.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Chooses one of them. */
    static String book(URI link, String start) {
        var form = BodyPublishers.ofString("start=" + URLEncoder.encode(start, StandardCharsets.UTF_8));
        return page(HttpRequest.newBuilder(URI.create(link + "/book"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(form));
    }

    private static String page(HttpRequest.Builder request) {
        try {
            var answer = BROWSER.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

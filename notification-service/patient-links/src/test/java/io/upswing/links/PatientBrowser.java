package io.upswing.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * A patient's browser without scripts or cookies: opens links and sends forms as they stand on the page. Every page that it
 * sees is held to what holds of all of them.
 */
public final class PatientBrowser {

    /** A page as it came. */
    public record Page(int status, URI at, Document document) {
        public String title() {
            return document.title();
        }

        public String text() {
            return document.body().text();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    public PatientBrowser(URI base) {
        this.base = base;
    }

    public Page open(String path) {
        return page(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    public Page follow(Page page, String link) {
        var found = page.document().select("a[href]").stream()
                .filter(each -> each.text().equals(link))
                .findFirst();
        assertThat(found).as(link).isPresent();
        return open(found.orElseThrow().attr("href"));
    }

    /** Sends the form of the page as it stands, with what is chosen besides. */
    public Page send(Page page, Map<String, String> chosen) {
        var form = (FormElement) page.document().selectFirst("form");
        assertThat(form).as("a form on: " + page.text()).isNotNull();
        assertThat(form.attr("method")).isEqualTo("post");
        var standing = form.formData().stream()
                .filter(field -> !chosen.containsKey(field.key()))
                .map(field -> Map.entry(field.key(), field.value()));
        return send(
                form.attr("action"),
                Stream.concat(standing, chosen.entrySet().stream()).toList());
    }

    /** What no page offers can be sent all the same. */
    public Page send(String path, List<Map.Entry<String, String>> fields) {
        var body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return page(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private Page page(HttpRequest.Builder request) {
        var response = response(request.header("Accept", "text/html").build());
        var page = new Page(response.statusCode(), response.uri(), Jsoup.parse(response.body()));
        PageContract.check(response, page.document());
        return page;
    }

    private HttpResponse<String> response(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

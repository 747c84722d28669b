package io.upswing.links;

import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Pages that patients read: on any telephone, without a script, and kept by nobody on the way. */
@Singleton
public class Pages {
    private final Engine engine;
    private final String style;
    private final String policy;

    Pages(Engine engine) {
        this.engine = engine;
        style = style();
        policy = "default-src 'none'; style-src 'sha256-" + hash(style)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /** A page that says one thing: the texts {@code <name>Title} and {@code <name>Text}. */
    public Response say(int status, Words words, String name) {
        return say(status, words, words.get(name + "Title"), words.get(name + "Text"));
    }

    public Response say(int status, Words words, String title, String text) {
        return page(status, words, "message", Map.of("title", title, "text", text));
    }

    /** @param template of {@code templates/pages}; it finds the texts as {@code t} */
    public Response page(int status, Words words, String template, Map<String, ?> data) {
        var page = Objects.requireNonNull(engine.getTemplate("pages/" + template + ".html"), template)
                .instance()
                .data("t", words.texts())
                .data("lang", words.language().tag())
                .data("css", style);
        data.forEach(page::data);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page.render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language().tag())
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .build();
    }

    private static String style() {
        try (var file = Pages.class.getResourceAsStream("pages.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

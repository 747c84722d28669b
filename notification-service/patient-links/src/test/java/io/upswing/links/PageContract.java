package io.upswing.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import org.jsoup.nodes.Document;

/** What holds of every page that a patient sees: nothing keeps it, nothing leaks from it, and everybody can use it. */
final class PageContract {
    private PageContract() {}

    static void check(HttpResponse<?> response, Document page) {
        isKeptByNobody(response);
        isWholeInItself(page);
        canBeUsedByAnybody(page);
    }

    private static void isKeptByNobody(HttpResponse<?> response) {
        header(response, "Content-Type", "text/html;charset=utf-8");
        header(response, "Cache-Control", "no-store");
        header(response, "Referrer-Policy", "no-referrer");
        header(response, "X-Content-Type-Options", "nosniff");
        header(response, "X-Robots-Tag", "noindex");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static void header(HttpResponse<?> response, String name, String value) {
        assertThat(response.headers()
                        .firstValue(name)
                        .map(text -> text.replace("; ", ";").toLowerCase(Locale.ROOT)))
                .as(name)
                .contains(value);
    }

    private static void isWholeInItself(Document page) {
        assertThat(page.select("script, img, iframe, link, object, embed, [style]"))
                .isEmpty();
        assertThat(page.select("[src], a[href*='//'], form[action*='//']")).isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(each -> each.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .isEmpty();
    }

    private static void canBeUsedByAnybody(Document page) {
        assertThat(page.selectFirst("html").attr("lang")).matches("en|es|de|fr");
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("meta[name=viewport]").attr("content")).contains("width=device-width");
        for (var input : page.select("input:not([type=hidden])")) {
            var label = input.closest("label");
            assertThat(label).as(input.outerHtml()).isNotNull();
            assertThat(label.text()).as(input.outerHtml()).isNotBlank();
        }
        for (var group : page.select("fieldset")) {
            assertThat(group.select("> legend").text()).isNotBlank();
        }
        for (var button : page.select("button, a")) {
            assertThat(button.text()).isNotBlank();
        }
        assertThat(page.text()).doesNotContain("{", "}");
    }
}

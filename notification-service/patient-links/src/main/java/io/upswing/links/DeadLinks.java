package io.upswing.links;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says kindly that a link opens nothing. */
class DeadLinks {
    private final Pages pages;

    DeadLinks(Pages pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    Response dead(DeadLink dead, HttpHeaders headers) {
        var language = dead.language() == null ? ofBrowser(headers) : dead.language();
        return pages.say(dead.why().status, Words.common(language), dead.why().words);
    }

    private static Language ofBrowser(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Language::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.EN);
    }
}

package io.upswing.notification.gateway;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.upswing.notification.domain.Parameters;
import io.upswing.notification.domain.Text;
import io.upswing.notification.domain.Texts;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts from templates in {@code templates/messages}: a subject line, then what follows it. */
@Singleton
class QuteTexts implements Texts {
    private static final String FALLBACK = "en";

    private final Engine engine;

    QuteTexts(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Text of(String name, int version, Map<String, String> parameters, @Nullable String givenName) {
        var language = Locale.forLanguageTag(parameters.getOrDefault(Parameters.LANGUAGE, FALLBACK));
        var written = template(name, version, language.getLanguage());
        var start = parameters.get(Parameters.START);
        var at = start == null ? null : LocalDateTime.parse(start);
        var locale = written.locale();
        var rendered = written.template()
                .data("name", givenName == null ? "" : oneLine(givenName))
                .data("site", oneLine(parameters.getOrDefault(Parameters.SITE, "")))
                .data(
                        "date",
                        at == null
                                ? ""
                                : DateTimeFormatter.ofPattern("EEEE, MMMM d", locale)
                                        .format(at))
                .data(
                        "time",
                        at == null
                                ? ""
                                : DateTimeFormatter.ofPattern("h:mm a", locale).format(at))
                .render();
        var end = rendered.indexOf('\n');
        return new Text(
                rendered.substring(0, end).strip(), rendered.substring(end).strip());
    }

    @Override
    public boolean has(String name, int version) {
        return engine.getTemplate("messages/" + name + ".v" + version + "." + FALLBACK) != null;
    }

    private record Written(Template template, Locale locale) {}

    private Written template(String name, int version, String language) {
        var wanted = engine.getTemplate("messages/" + name + ".v" + version + "." + language);
        if (wanted != null) {
            return new Written(wanted, Locale.forLanguageTag(language));
        }
        var otherwise = engine.getTemplate("messages/" + name + ".v" + version + "." + FALLBACK);
        if (otherwise == null) {
            throw new IllegalStateException("There is no template " + name + " of version " + version);
        }
        return new Written(otherwise, Locale.US);
    }

    /** Names come from people; a message keeps its shape whatever they typed. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

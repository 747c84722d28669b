package io.upswing.notification.gateway;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Invitation;
import io.upswing.notification.domain.Parameters;
import io.upswing.notification.domain.Text;
import io.upswing.notification.domain.Texts;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts from templates in {@code templates/messages}: a subject line, then what follows it; text messages have short ones
 * of their own, without a subject.
 */
@Singleton
class QuteTexts implements Texts {
    private final Engine engine;

    QuteTexts(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Text of(
            Channel channel, String name, int version, Map<String, String> parameters, @Nullable String givenName) {
        var language = Language.of(parameters.getOrDefault(Parameters.LANGUAGE, ""));
        var template = template(channel, name, version, language);
        if (template == null) {
            throw new IllegalStateException("There is no template " + name + " of version " + version);
        }
        return channel == Channel.SMS
                ? new Text("", brief(template, language, parameters))
                : letter(render(template, language, parameters, site(parameters), givenName));
    }

    @Override
    public boolean has(String name, int version) {
        return Arrays.stream(Language.values())
                .allMatch(language -> template(Channel.EMAIL, name, version, language) != null
                        && template(Channel.SMS, name, version, language) != null);
    }

    /** A place whose name would make it too long is left out: the hour matters more, and a link takes a segment's room. */
    private static String brief(Template template, Language language, Map<String, String> parameters) {
        var text = ShortText.plain(render(template, language, parameters, site(parameters), null));
        var room = ShortText.MOST_SEGMENTS - (Invitation.of(parameters).isPresent() ? 1 : 0);
        return ShortText.segments(text) <= room
                ? text.strip()
                : ShortText.plain(render(template, language, parameters, "", null))
                        .strip();
    }

    private static Text letter(String rendered) {
        var end = rendered.indexOf('\n');
        return new Text(
                rendered.substring(0, end).strip(), rendered.substring(end).strip());
    }

    private static String render(
            Template template,
            Language language,
            Map<String, String> parameters,
            String site,
            @Nullable String givenName) {
        var start = parameters.get(Parameters.START);
        var at = start == null ? null : LocalDateTime.parse(start);
        return template.data("name", givenName == null ? "" : oneLine(givenName))
                .data("site", site)
                .data("date", at == null ? "" : language.day(at))
                .data("time", at == null ? "" : language.hour(at))
                .render();
    }

    private @Nullable Template template(Channel channel, String name, int version, Language language) {
        var form = channel == Channel.SMS ? "sms." : "";
        return engine.getTemplate("messages/" + name + ".v" + version + "." + form + language.code());
    }

    private static String site(Map<String, String> parameters) {
        return oneLine(parameters.getOrDefault(Parameters.SITE, ""));
    }

    /** Names come from people; a message keeps its shape whatever they typed. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

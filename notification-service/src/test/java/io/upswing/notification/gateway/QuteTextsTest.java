package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Neutral;
import io.upswing.notification.domain.Parameters;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Text;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuteTextsTest {
    private static final QuteTexts TEXTS = new QuteTexts(engine());
    private static final Map<String, String> ALL =
            Map.of(Parameters.LANGUAGE, "en", Parameters.START, "2026-03-09T08:30", Parameters.SITE, "Riverside");
    private static final Map<String, String> INVITATION =
            Map.of("act", "APPOINTMENT", "subject", new UUID(0, 1).toString(), "until", "2026-03-09T12:30:00Z");

    private static final Map<String, String> GREETINGS =
            Map.of("en", "Hello", "es", "Hola", "de", "Guten Tag", "fr", "Bonjour");
    private static final Map<String, String> WAYS_OUT = Map.of(
            "en", "please tell us and we will stop",
            "es", "díganoslo y dejaremos de enviarlos",
            "de", "sagen Sie es uns bitte, und wir hören damit auf",
            "fr", "dites-le-nous et nous cesserons d'en envoyer");

    /** That word ends all messages, and not an appointment (DOMAIN 215): nobody is led to answer it. */
    private static final Pattern CANCEL =
            Pattern.compile("cancel|anul|annul|storn|absag|widerruf|revo[ck]|résili", Pattern.CASE_INSENSITIVE);

    /** A text in one language, by one channel, under a set of parameters and a name. */
    private record Case(
            String template,
            int version,
            Channel channel,
            String language,
            Map<String, String> more,
            @Nullable String name) {
        Text text() {
            var parameters = new HashMap<>(more);
            parameters.put(Parameters.LANGUAGE, language);
            return TEXTS.of(channel, template, version, parameters, name);
        }
    }

    static Stream<Case> everything() {
        var parameters = List.of(
                Map.of(Parameters.START, "2026-03-09T08:30", Parameters.SITE, "Riverside"),
                Map.of(Parameters.START, "2028-02-29T18:00"),
                Map.of(Parameters.START, "2026-09-30T23:59", Parameters.SITE, "Clínica São João, 2º"),
                Map.of(Parameters.START, "2026-12-31T00:00", Parameters.SITE, "Дом у реки ".repeat(30)));
        return Policies.DEFAULTS.policies().stream()
                .flatMap(policy -> policy.steps().stream())
                .filter(step -> !step.audience().isStaff())
                .flatMap(step -> Stream.of(Channel.EMAIL, Channel.SMS, Channel.WEBHOOK)
                        .flatMap(channel -> Stream.of("en", "es", "de", "fr")
                                .flatMap(language -> parameters.stream()
                                        .flatMap(each -> Stream.of("Ama", "", null)
                                                .map(name -> new Case(
                                                        step.template(),
                                                        step.templateVersion(),
                                                        channel,
                                                        language,
                                                        each,
                                                        name))))))
                .distinct();
    }

    static Stream<Case> letters() {
        return everything().filter(each -> each.channel() != Channel.SMS);
    }

    static Stream<Case> textMessages() {
        return everything().filter(each -> each.channel() == Channel.SMS);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void no_text_tells_what_the_patient_is_treated_for_or_offers_a_word_that_ends_messages(Case each) {
        var text = each.text().subject() + "\n" + each.text().body();
        assertThat(Neutral.tellingWord(text)).isEmpty();
        assertThat(text).doesNotContainPattern(CANCEL).doesNotContain("{", "NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void every_letter_has_a_subject_of_one_line_a_greeting_and_a_way_out(Case each) {
        var text = each.text();
        assertThat(text.subject()).isNotBlank().hasLineCount(1);
        assertThat(text.body())
                .startsWith(GREETINGS.get(each.language()))
                .contains(WAYS_OUT.get(each.language()))
                .doesNotContain("\n\n\n");
    }

    @ParameterizedTest
    @MethodSource("textMessages")
    void every_text_message_is_one_line_of_two_segments_at_most_with_a_way_out_and_no_name(Case each) {
        var text = each.text();
        assertThat(text.subject()).isEmpty();
        assertThat(ShortText.segments(text.body())).isLessThanOrEqualTo(2);
        assertThat(text.body()).hasLineCount(1).contains("STOP").doesNotContain("Ama");
    }

    @ParameterizedTest
    @MethodSource("textMessages")
    void with_the_link_under_it_a_text_message_still_is_of_two_segments_at_most(Case each) {
        var parameters = new HashMap<>(each.more());
        parameters.putAll(INVITATION);
        var invited = new Case(each.template(), each.version(), Channel.SMS, each.language(), parameters, null).text();
        var link = "https://reminders.example-clinic.com/questionnaires/" + "k".repeat(92);
        assertThat(ShortText.segments(invited.over(link).body())).isLessThanOrEqualTo(2);
    }

    static Stream<Case> shortForms() {
        return textMessages()
                .map(each -> new Case(each.template(), each.version(), Channel.SMS, each.language(), Map.of(), null))
                .distinct();
    }

    /** The exemption for those who were never asked (DOMAIN 214): 160 characters. */
    @ParameterizedTest
    @MethodSource("shortForms")
    void without_a_place_and_a_link_a_text_message_is_one_segment_on_every_day(Case each) {
        for (int day = 0; day < 366; day++) {
            var start = LocalDate.of(2028, 1, 1).plusDays(day).atTime(22, 30).toString();
            var text = TEXTS.of(
                    Channel.SMS,
                    each.template(),
                    each.version(),
                    Map.of(Parameters.LANGUAGE, each.language(), Parameters.START, start),
                    null);
            assertThat(ShortText.segments(text.body())).as(text.body()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es-MX | Su cita: domingo 1 de marzo, 8:30, su hora local, Riverside. Responda SI para confirmar",
                "de | Ihr Termin: Sonntag, 1. März, 8:30 Uhr Ihrer Zeit, Riverside. JA bestätigt",
                "fr-CA | Votre rendez-vous : dimanche 1er mars, 8 h 30, votre heure, Riverside. Répondez OUI",
                "pt | Your appointment: Sunday, March 1, 8:30 AM your time, Riverside. Reply YES to confirm"
            })
    void days_and_hours_are_said_as_they_are_in_the_language(String language, String beginning) {
        var parameters = Map.of(
                Parameters.LANGUAGE, language, Parameters.START, "2026-03-01T08:30", Parameters.SITE, "Riverside");
        assertThat(TEXTS.of(Channel.SMS, "appointment", 1, parameters, "Ama").body())
                .startsWith(beginning);
    }

    @Test
    void a_place_that_would_make_a_text_message_too_long_is_left_out() {
        var parameters = Map.of(Parameters.START, "2026-03-01T08:30", Parameters.SITE, "Дом у реки ".repeat(10));
        assertThat(TEXTS.of(Channel.SMS, "appointment", 1, parameters, null).body())
                .startsWith("Your appointment: Sunday, March 1, 8:30 AM your time. Reply YES");
    }

    @Test
    void a_template_is_there_when_it_is_in_every_language_for_every_channel() {
        assertThat(TEXTS.has("appointment", 1)).isTrue();
        assertThat(TEXTS.has("appointment", 99)).isFalse();
        assertThat(TEXTS.has("appointment.v1.sms.en", 1)).isFalse();
    }

    @Test
    void an_appointment_is_told_with_its_hour_and_place() {
        var text = TEXTS.of(Channel.EMAIL, "appointment", 1, ALL, "Ama");
        assertThat(text.subject()).isEqualTo("Your appointment on Monday, March 9");
        assertThat(text.body())
                .startsWith("Hello Ama,\n\n")
                .contains("your appointment on Monday, March 9 at 8:30 AM your time, at Riverside.");
    }

    @Test
    void without_a_place_or_a_name_the_sentence_still_stands() {
        var text = TEXTS.of(Channel.EMAIL, "appointment", 1, Map.of(Parameters.START, "2026-03-09T13:05"), null);
        assertThat(text.body()).startsWith("Hello,\n\n").contains("on Monday, March 9 at 1:05 PM your time.");
    }

    @Test
    void a_name_cannot_change_the_shape_of_a_message() {
        var text = TEXTS.of(Channel.EMAIL, "appointment", 1, ALL, "Ama\r\nBcc: all@example.org\n\n{site}");
        assertThat(text.body()).startsWith("Hello Ama Bcc: all@example.org {site},\n");
    }

    @Test
    void a_template_that_is_not_there_is_a_fault() {
        assertThatIllegalStateException().isThrownBy(() -> TEXTS.of(Channel.EMAIL, "appointment", 99, ALL, "Ama"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ketamine Center of Austin",
                "SPRAVATO day",
                "your esketamine session",
                "Depression and Mood Clinic",
                "after the infusion",
                "an injection",
                "IV suite",
                "REMS form",
                "your PHQ-9 score",
                "84 mg",
                "Mental Health Associates",
                "Riverside Psychiatry",
                "do not eat: fasting",
                "your treatment",
                "su sesión de esketamina",
                "tratamiento de la depresión",
                "venga en ayunas",
                "la inyección",
                "Clínica de Salud Mental",
                "cuestionario",
                "Ihre Behandlung",
                "Sitzung am Montag",
                "bitte nüchtern kommen",
                "Nasenspray",
                "Praxis für Psychotherapie",
                "Ihr Medikament",
                "votre séance",
                "traitement de la dépression",
                "venez à jeun",
                "la perfusion",
                "Centre de psychiatrie",
                "vos médicaments",
                "la ke\u0301tamine",
                "keta\u00admin"
            })
    void telling_words_are_found(String text) {
        assertThat(Neutral.tellingWord(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Riverside",
                "Harbour House",
                "5 Ivy Lane",
                "Im Grund",
                "Remsen Street",
                "Drive 12",
                "Langstraße 5",
                "Sala del Ayuntamiento",
                "Am Nasenbach",
                "Besuchereingang"
            })
    void ordinary_names_of_places_pass(String text) {
        assertThat(Neutral.tellingWord(text)).isEmpty();
    }

    private static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .strictRendering(true)
                .addLocator(id -> source("/templates/" + id + ".txt"))
                .build();
    }

    private static Optional<TemplateLocation> source(String path) {
        var in = QuteTextsTest.class.getResourceAsStream(path);
        if (in == null) {
            return Optional.empty();
        }
        try (in) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Optional.of(new InMemory(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record InMemory(String text) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.empty();
        }
    }
}

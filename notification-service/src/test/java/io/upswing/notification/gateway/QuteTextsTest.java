package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import io.upswing.notification.domain.Neutral;
import io.upswing.notification.domain.Parameters;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Step;
import io.upswing.notification.domain.Text;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuteTextsTest {
    private static final QuteTexts TEXTS = new QuteTexts(engine());
    private static final Map<String, String> ALL =
            Map.of(Parameters.LANGUAGE, "en", Parameters.START, "2026-03-09T08:30", Parameters.SITE, "Riverside");

    /** A step's template under a set of parameters and a name. */
    private record Case(
            Step step,
            Map<String, String> parameters,
            @Nullable String name) {
        Text text() {
            return TEXTS.of(step.template(), step.templateVersion(), parameters, name);
        }
    }

    static Stream<Case> everything() {
        var parameters = List.of(
                ALL,
                Map.of(Parameters.LANGUAGE, "es-MX", Parameters.START, "2028-02-29T18:00"),
                Map.of(Parameters.START, "2026-12-31T23:59", Parameters.SITE, "Harbour House"));
        return Policies.DEFAULTS.policies().stream()
                .flatMap(policy -> policy.steps().stream())
                .filter(step -> !step.audience().isStaff())
                .flatMap(step -> parameters.stream()
                        .flatMap(each -> Stream.of("Ama", "", null).map(name -> new Case(step, each, name))));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void no_text_tells_what_the_patient_is_treated_for(Case each) {
        var text = each.text();
        assertThat(Neutral.tellingWord(text.subject() + "\n" + text.body())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void every_text_has_a_subject_of_one_line_a_greeting_and_a_way_out(Case each) {
        var text = each.text();
        assertThat(text.subject()).isNotBlank().hasLineCount(1).doesNotContain("{", "NOT_FOUND");
        assertThat(text.body())
                .startsWith("Hello")
                .contains("please tell us and we will stop")
                .doesNotContain("{");
    }

    @Test
    void an_appointment_is_told_with_its_hour_and_place() {
        var text = TEXTS.of("appointment", 1, ALL, "Ama");
        assertThat(text.subject()).isEqualTo("Your appointment on Monday, March 9");
        assertThat(text.body())
                .startsWith("Hello Ama,\n\n")
                .contains("your appointment on Monday, March 9 at 8:30 AM your time, at Riverside.");
    }

    @Test
    void without_a_place_or_a_name_the_sentence_still_stands() {
        var text = TEXTS.of("appointment", 1, Map.of(Parameters.START, "2026-03-09T13:05"), null);
        assertThat(text.body()).startsWith("Hello,\n\n").contains("on Monday, March 9 at 1:05 PM your time.");
    }

    @Test
    void a_name_cannot_change_the_shape_of_a_message() {
        var text = TEXTS.of("appointment", 1, ALL, "Ama\r\nBcc: all@example.org\n\n{site}");
        assertThat(text.body()).startsWith("Hello Ama Bcc: all@example.org {site},\n");
    }

    @Test
    void a_template_that_is_not_there_is_a_fault() {
        assertThatIllegalStateException().isThrownBy(() -> TEXTS.of("appointment", 99, ALL, "Ama"));
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
                "your treatment"
            })
    void telling_words_are_found(String text) {
        assertThat(Neutral.tellingWord(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Riverside", "Harbour House", "5 Ivy Lane", "Im Grund", "Remsen Street", "Drive 12"})
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

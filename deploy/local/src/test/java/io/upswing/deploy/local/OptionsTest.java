package io.upswing.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Set<String> ALLOWED = Set.of("--detach", "--only=");

    @Test
    void tells_words_flags_and_values_apart() {
        var options = Options.parse(List.of("nurse", "--only", "kafka", "--detach"), ALLOWED);
        assertThat(options.words()).containsExactly("nurse");
        assertThat(options.get("--only", "all")).isEqualTo("kafka");
        assertThat(options.has("--detach")).isTrue();
    }

    @Test
    void refuses_what_it_does_not_know_and_a_value_that_is_missing() {
        for (var argument : List.of("--detached", "--only")) {
            assertThatThrownBy(() -> Options.parse(List.of(argument), ALLOWED))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining(argument);
        }
    }

    @Test
    void names_the_choices_when_the_word_is_none_of_them() {
        for (var words : List.of(List.<String>of(), List.of("doctor"), List.of("nurse", "manager"))) {
            var options = Options.parse(words, ALLOWED);
            assertThatThrownBy(() -> options.oneOf(List.of("nurse", "manager")))
                    .isInstanceOf(Complaint.class)
                    .hasMessage("Name one of: nurse, manager.");
        }
    }
}

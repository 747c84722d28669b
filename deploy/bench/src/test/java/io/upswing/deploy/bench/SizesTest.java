package io.upswing.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void options_are_taken_out_and_words_are_left() {
        var arguments = new ArrayList<>(
                List.of("replay", "--events", "1000", "--patients", "20", "http", "--appointments", "50"));
        assertThat(Sizes.takenFrom(arguments)).isEqualTo(new Sizes(1_000, 20, 200, 20, 16, 50));
        assertThat(arguments).containsExactly("replay", "http");
    }

    @Test
    void what_is_not_understood_is_refused() {
        assertThatThrownBy(() -> Sizes.takenFrom(new ArrayList<>(List.of("--evnts", "1"))))
                .hasMessageContaining("--evnts");
        assertThatThrownBy(() -> Sizes.takenFrom(new ArrayList<>(List.of("--events", "many"))))
                .hasMessageContaining("many");
        assertThatThrownBy(() -> Sizes.takenFrom(new ArrayList<>(List.of("--events"))))
                .hasMessageContaining("--events");
    }
}

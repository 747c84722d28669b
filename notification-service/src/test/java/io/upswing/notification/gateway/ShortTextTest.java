package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text message holds, and what it is paid for. */
class ShortTextTest {

    @ParameterizedTest(name = "{1} times {0}: {2}")
    @CsvSource({
        "a, 160, 1",
        "a, 161, 2",
        "a, 306, 2",
        "a, 307, 3",
        "ñ, 160, 1",
        "€, 80, 1",
        "€, 81, 2",
        "á, 70, 1",
        "á, 71, 2",
        "á, 134, 2",
        "á, 135, 3",
        "😀, 35, 1",
        "😀, 36, 2"
    })
    void segments_are_counted_in_the_alphabet_that_the_text_needs(String character, int times, int segments) {
        assertThat(ShortText.segments(character.repeat(times))).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({
        "Sí mañana, Si mañana",
        "à côté ‹ Größe, à coté ‹ Größe",
        "l’été – „so“, l'été - \"so\"",
        "9:30\u202fAM, 9:30 AM",
        "São Łódź, Sao Łodz"
    })
    void signs_outside_the_alphabet_become_those_they_are_read_as(String text, String plain) {
        assertThat(ShortText.plain(text)).isEqualTo(plain);
    }

    @Test
    void what_has_no_likeness_stays() {
        assertThat(ShortText.plain("Клиника 5")).isEqualTo("Клиника 5");
    }
}

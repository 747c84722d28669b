package io.upswing.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @Test
    void those_that_overlap_or_touch_become_one() {
        assertThat(spans(span(5, 7), span(1, 3), span(3, 4), span(2, 3)))
                .isEqualTo(new Spans(List.of(span(1, 4), span(5, 7))));
        assertThat(spans(span(1, 9), span(2, 3))).isEqualTo(new Spans(List.of(span(1, 9))));
        assertThat(spans(span(3, 3), span(5, 4))).isEqualTo(new Spans(List.of()));
    }

    @Test
    void what_is_taken_away_leaves_its_edges() {
        var day = spans(span(8, 12), span(13, 17));

        assertThat(day.without(spans(span(9, 10), span(11, 14))))
                .isEqualTo(new Spans(List.of(span(8, 9), span(10, 11), span(14, 17))));
        assertThat(day.without(spans(span(6, 8), span(12, 13), span(17, 20)))).isEqualTo(day);
        assertThat(day.without(spans(span(0, 24)))).isEqualTo(new Spans(List.of()));
        assertThat(day.without(spans(span(16, 18), span(18, 19))))
                .isEqualTo(new Spans(List.of(span(8, 12), span(13, 16))));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 12, true",
        "8, 9, true",
        "11, 12, true",
        "7, 9, false",
        "11, 13, false",
        "12, 13, false",
        "13, 17, true"
    })
    void a_time_lies_within_one_of_them_to_its_edges(int from, int to, boolean held) {
        assertThat(spans(span(8, 12), span(13, 17)).hold(span(from, to))).isEqualTo(held);
    }

    private static Spans spans(Span... spans) {
        return Spans.of(Arrays.asList(spans));
    }

    private static Span span(int from, int to) {
        return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}

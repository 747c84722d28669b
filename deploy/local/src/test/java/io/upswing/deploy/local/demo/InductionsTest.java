package io.upswing.deploy.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InductionsTest {

    @Test
    void the_median_is_of_whole_inductions() {
        assertThat(said(induction(24), induction(25), induction(24).subList(2, 8)))
                .contains("3 series were booked at once, 2 of them whole inductions.")
                .contains("median 24.5 days, 24 to 25; on label 28");
        assertThat(said(induction(26), induction(24), induction(25))).contains("median 25 days, 24 to 26");
    }

    @Test
    void without_any_there_is_no_median() {
        assertThat(said()).contains("0 series").doesNotContain("median");
    }

    private static List<LocalDate> induction(int lastDay) {
        var first = LocalDate.parse("2026-03-02");
        return IntStream.of(0, 3, 7, 10, 14, 17, 21, lastDay)
                .mapToObj(first::plusDays)
                .toList();
    }

    @SafeVarargs
    private static String said(List<LocalDate>... series) {
        var out = new ByteArrayOutputStream();
        new Inductions(List.of(series)).print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}

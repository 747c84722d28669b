package io.upswing.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Machine MACHINE = new Machine(2, 24_000, "a processor", "Linux 6", "a JDK", 0.5, 900);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Report report = new Report(MACHINE, new PrintStream(out, true, StandardCharsets.UTF_8));

    @Test
    void a_figure_stands_beside_its_limit_with_the_ratio_and_what_is_asked() {
        report.begin();
        report.add(Figure.rate("append", 6_000, new Limit("function", Quantity.perSecond(10_000)), 0.5));
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .first()
                .asString()
                .contains("2 cores", "24,000 MB", "900 fsync/s");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .last()
                .asString()
                .contains("append", "6,000 /s", "10,000 /s", "0.60", "at least 0.5", "yes");
        assertThat(report.allReached()).isTrue();
    }

    @Test
    void what_falls_short_says_so() {
        report.add(Figure.atMost("p99", Quantity.millis(26), null, 25));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("26.00 ms", "at most 25.00 ms", "NO");
        assertThat(report.allReached()).isFalse();
    }

    @Test
    void what_could_not_be_measured_is_told_and_not_passed_over(@TempDir Path folder) throws IOException {
        report.fail("replay", new IllegalStateException("no answer"), folder);
        report.write(folder.resolve("bench.json"));
        assertThat(report.allReached()).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("replay", "no answer", folder.toString());
        assertThat(folder.resolve("bench.json")).content().contains("replay: no answer");
    }

    @Test
    void everything_is_in_the_file(@TempDir Path folder) throws IOException {
        report.add(Figure.rate("append", 6_000, new Limit("function", Quantity.perSecond(10_000)), 0.5));
        report.write(folder.resolve("bench.json"));
        var read = new ObjectMapper().readTree(folder.resolve("bench.json").toFile());
        assertThat(read.at("/machine/cores").asInt()).isEqualTo(2);
        assertThat(read.at("/figures/0/value").asDouble()).isEqualTo(6_000);
        assertThat(read.at("/figures/0/limitValue").asDouble()).isEqualTo(10_000);
        assertThat(read.at("/figures/0/ratio").asDouble()).isEqualTo(0.6);
        assertThat(read.at("/figures/0/reached").asBoolean()).isTrue();
    }
}

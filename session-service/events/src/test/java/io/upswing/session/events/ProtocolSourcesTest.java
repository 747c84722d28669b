package io.upswing.session.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every number of the checked-in catalogue says where it comes from. */
class ProtocolSourcesTest {
    private static final List<String> OFFERED =
            List.of("esk-trd-us", "esk-trd-eu", "esk-mdsi-us", "iv-racemic-series", "im-racemic-series");

    @ParameterizedTest
    @FieldSource("OFFERED")
    void every_number_has_a_source(String id) throws IOException {
        var protocol = Catalogue.protocol(id);

        assertThat(protocol.sources().keySet()).containsAll(numbers(protocol));
        for (var phases : protocol.patterns().values()) {
            for (var phase : phases) {
                assertThat(phase.sources().keySet()).as(phase.id()).containsAll(numbers(phase));
            }
        }
        assertThat(allSources(protocol)).allSatisfy(source -> {
            assertThat(source.provenance()).isIn("L", "E", "T", "P");
            assertThat(source.text()).isNotBlank();
        });
    }

    @Test
    void every_key_that_is_cited_is_in_the_list_of_sources() throws IOException {
        var list = Files.readString(Catalogue.DIRECTORY.resolve("SOURCES.md"));

        for (var id : OFFERED) {
            var cited =
                    Pattern.compile("\\bS\\d+\\b").matcher(Files.readString(Catalogue.DIRECTORY.resolve(id + ".json")));
            while (cited.find()) {
                assertThat(list).contains("| " + cited.group() + " |");
            }
        }
    }

    private static List<String> numbers(Protocol protocol) {
        var numbers = new ArrayList<>(List.of("lapseDays", "rems", "oralAntidepressantRequired", "observation"));
        protocol.remission().keySet().forEach(instrument -> numbers.add("remission." + instrument));
        for (var duration : List.of("checkIn", "dosing", "perFurtherDevice", "discharge", "turnover")) {
            numbers.add("durations." + duration);
        }
        var byWeight = protocol.doses() != null && protocol.doses().min() != null;
        numbers.addAll(
                byWeight
                        ? List.of("doses.min", "doses.max", "doses.start")
                        : List.of("doses.allowed", "doses.day1", "doses.deviceMg"));
        return numbers;
    }

    private static List<String> numbers(Phase phase) {
        return switch (phase) {
            case Series series -> {
                var numbers = new ArrayList<>(List.of("sessions", "perWeek", "gap"));
                if (series.gated()) {
                    numbers.add("gate");
                }
                if (series.lastDay() != null) {
                    numbers.add("lastDay");
                }
                yield numbers;
            }
            case Open open -> {
                var numbers = new ArrayList<>(List.of("interval", "window"));
                if (!open.flagged().isEmpty()) {
                    numbers.add("flagged");
                }
                if (open.defaultInterval() != null) {
                    numbers.add("defaultInterval");
                }
                yield numbers;
            }
        };
    }

    private static List<Source> allSources(Protocol protocol) {
        var sources = new ArrayList<>(protocol.sources().values());
        for (var phases : protocol.patterns().values()) {
            phases.forEach(phase -> sources.addAll(phase.sources().values()));
        }
        return sources;
    }
}

package io.upswing.session.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every number of the checked-in catalogue says where it comes from. */
class ProtocolSourcesTest {
    private static final Path DIRECTORY = Path.of("src/main/resources/protocols");
    private static final List<String> OFFERED =
            List.of("esk-trd-us", "esk-trd-eu", "esk-mdsi-us", "iv-racemic-series", "im-racemic-series");

    @ParameterizedTest
    @FieldSource("OFFERED")
    void every_number_has_a_source(String id) {
        var faults = Faults.none();
        ProtocolSources.check(faults, CourseFixture.protocol(id));

        assertThat(faults.all()).isEmpty();
    }

    @Test
    void every_key_that_is_cited_is_in_the_list_of_sources() throws IOException {
        var list = Files.readString(DIRECTORY.resolve("SOURCES.md"));

        for (var id : OFFERED) {
            var cited = Pattern.compile("\\bS\\d+\\b").matcher(Files.readString(DIRECTORY.resolve(id + ".json")));
            while (cited.find()) {
                assertThat(list).contains("| " + cited.group() + " |");
            }
        }
    }
}

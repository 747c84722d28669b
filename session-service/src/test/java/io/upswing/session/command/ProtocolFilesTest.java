package io.upswing.session.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProtocolFilesTest {

    @Test
    void every_file_of_the_catalogue_is_read() {
        var folder = new File(Objects.requireNonNull(ProtocolFiles.class.getResource("/protocols/esk-trd-us.json"))
                        .getPath())
                .getParentFile();
        var files = Arrays.stream(Objects.requireNonNull(folder.list()))
                .filter(name -> name.endsWith(".json"))
                .map(name -> name.replace(".json", ""))
                .toList();

        assertThat(ProtocolFiles.FILES).containsExactlyInAnyOrderElementsOf(files);
        assertThat(new ProtocolFiles().catalogue().newest()).hasSameSizeAs(files);
    }
}

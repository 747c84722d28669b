package io.upswing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which requests count as the same command. */
class CommandsTest {
    private static final String PATH = "/courses/0c5e3a1f-0000-4000-8000-00000000abcd/pauses";

    @Test
    void another_spelling_of_the_same_path_is_no_other_command() {
        assertThat(id(PATH + "/")).isEqualTo(id(PATH));
        assertThat(id("/courses/0C5E3A1F-0000-4000-8000-00000000ABCD/pauses")).isEqualTo(id(PATH));
        assertThat(id("/courses/c5e3a1f-0-4000-8000-abcd/pauses")).isEqualTo(id(PATH));
    }

    @Test
    void another_path_is_another_command() {
        assertThat(id("/courses/0c5e3a1f-0000-4000-8000-00000000abce/pauses")).isNotEqualTo(id(PATH));
        assertThat(id("/courses/0c5e3a1f-0000-4000-8000-00000000abcd/resumptions"))
                .isNotEqualTo(id(PATH));
        assertThat(id("/templates/A")).isNotEqualTo(id("/templates/a"));
    }

    /** Of a command that was sent before an upgrade and again after it. */
    @Test
    void an_id_stays_what_it_was() {
        assertThat(id(PATH)).isEqualTo(UUID.fromString("61427f4b-7c2e-891c-a5fc-135545774796"));
    }

    @Test
    void another_query_is_another_request_and_none_leaves_the_body_alone() {
        var body = new RequestBody();

        assertThat(body.hash("from=a")).isEqualTo(body.hash("from=a")).isNotEqualTo(body.hash("from=b"));
        assertThat(body.hash(null))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
                .isNotEqualTo(body.hash("from=a"));
    }

    private static UUID id(String path) {
        return Commands.eventId("clinic-a", "POST", path, "key-1");
    }
}

package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {
    /** What was made before is in the log: another way to make it would offer and book anew. */
    @Test
    void is_the_same_for_ever() {
        assertThat(DerivedId.of(id(1), id(2))).isEqualTo(UUID.fromString("822128d6-3d66-382c-aacb-a567a012fbfa"));
        assertThat(DerivedId.of("no-show", id(1))).isEqualTo(UUID.fromString("ed1a851a-e5b2-32c8-83fe-78eb33e8606f"));
        assertThat(DerivedId.of(id(1), 0)).isNotEqualTo(DerivedId.of(id(1), 1));
    }
}

package io.upswing.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTest {
    private static final PortPlan DEFAULTS = PortPlan.from(Map.of());

    @Test
    void names_the_port_that_is_taken_who_wanted_it_and_what_to_do() {
        assertThatThrownBy(() -> DEFAULTS.requireFree(List.of("kafka", "session-service"), port -> port == 8081))
                .isInstanceOf(Complaint.class)
                .hasMessage("Port 8081 is taken, and session-service wants it: stop what listens there, or choose"
                        + " another port with CLINIC_PORT_SESSION_SERVICE.");
    }

    @Test
    void says_nothing_of_ports_that_nobody_wants_now() {
        DEFAULTS.requireFree(List.of("kafka"), port -> port == 8081);
    }

    @Test
    void takes_ports_from_the_environment() {
        var plan = PortPlan.from(Map.of("CLINIC_PORT_MAIL_PAGE", "18025"));
        assertThat(plan.of("mail-page")).isEqualTo(18025);
        assertThat(plan.of("smtp")).isEqualTo(1025);
    }

    @Test
    void refuses_what_is_no_port() {
        for (var text : List.of("", "http", "0", "65536", "-1")) {
            assertThatThrownBy(() -> PortPlan.from(Map.of("CLINIC_PORT_KAFKA", text)))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("CLINIC_PORT_KAFKA");
        }
    }

    @Test
    void is_remembered_as_it_was_chosen(@TempDir Path folder) {
        var file = folder.resolve("run/ports");
        PortPlan.from(Map.of("CLINIC_PORT_KAFKA", "19092")).save(file);
        var loaded = PortPlan.load(file);
        assertThat(loaded.of("kafka")).isEqualTo(19092);
        assertThat(loaded.of("postgres")).isEqualTo(5432);
    }
}

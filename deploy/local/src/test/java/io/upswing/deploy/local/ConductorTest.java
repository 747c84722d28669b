package io.upswing.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.deploy.embedded.Daemon;
import io.upswing.deploy.embedded.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, with the quickest of the processes. */
class ConductorTest {
    private static final Set<String> SMTP = Set.of("smtp");

    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Map<String, String> environment = Map.of(
            "CLINIC_PORT_SMTP",
            Integer.toString(Ports.free()),
            "CLINIC_PORT_MAIL_PAGE",
            Integer.toString(Ports.free()));

    @AfterEach
    void end() {
        conductor(environment).down();
    }

    @Test
    void a_second_up_starts_only_what_is_gone() {
        conductor(environment).up(SMTP);
        var first = smtp().pid();
        conductor(environment).up(SMTP);
        assertThat(smtp().pid()).isPresent().isEqualTo(first);
        smtp().kill9();
        conductor(environment).up(SMTP);
        assertThat(smtp().pid()).isPresent().isNotEqualTo(first);
    }

    @Test
    void the_ports_of_what_runs_are_known_to_whoever_comes_later() {
        conductor(environment).up(SMTP);
        var status = Status.of(clinic(Map.of()));
        assertThat(status)
                .contains(new Status(
                        "smtp",
                        smtp().pid().orElseThrow(),
                        Integer.parseInt(environment.get("CLINIC_PORT_SMTP")),
                        "UP"));
        assertThat(status).extracting(Status::name).containsExactlyElementsOf(Clinic.PROCESSES);
    }

    @Test
    void a_taken_port_is_refused_before_anything_is_started() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());
            var taken = Map.of("CLINIC_PORT_SMTP", environment.get("CLINIC_PORT_SMTP"), "CLINIC_PORT_MAIL_PAGE", port);
            assertThatThrownBy(() -> conductor(taken).up(SMTP))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("Port " + port + " is taken, and mail-page wants it");
            assertThat(smtp().isAlive()).isFalse();
        }
    }

    @Test
    void after_down_nothing_runs_and_nothing_is_started_by_the_same_hand() {
        var conductor = conductor(environment);
        conductor.up(SMTP);
        conductor.down();
        assertThat(smtp().isAlive()).isFalse();
        assertThatThrownBy(() -> conductor.up(SMTP)).isInstanceOf(Complaint.class);
        assertThat(smtp().isAlive()).isFalse();
    }

    @Test
    void a_rebuild_without_servers_says_what_to_do() {
        var ports = Map.of(
                "CLINIC_PORT_KAFKA", Integer.toString(Ports.free()),
                "CLINIC_PORT_POSTGRES", Integer.toString(Ports.free()));
        assertThatThrownBy(() -> conductor(ports).rebuild("session-service"))
                .hasMessage("kafka does not run: ./clinic up starts it.");
    }

    private Daemon smtp() {
        return Daemon.in(root, "smtp");
    }

    private Clinic clinic(Map<String, String> settings) {
        return new Clinic(root, root, settings);
    }

    private Conductor conductor(Map<String, String> settings) {
        return new Conductor(clinic(settings), new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}

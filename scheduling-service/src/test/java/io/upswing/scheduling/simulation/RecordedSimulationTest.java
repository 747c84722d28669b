package io.upswing.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.command.SiteBook;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same weeks through the log and the database: they decide alike, and what is taken is what stands. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class RecordedSimulationTest {
    private static final int STEPS = 120;

    @Inject
    AppointmentBook appointments;

    @Inject
    SiteBook sites;

    @Inject
    SessionTopic sessions;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    static Stream<Scene> scenes() {
        return Scene.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void nothing_is_recorded_that_must_not_be_and_nothing_refused_that_could_be_had(Scene scene) throws SQLException {
        var service = new RecordedClinic.Service(appointments, sites, sessions, clock);
        var clinic = new RecordedClinic(scene, service);
        var ledger = new Ledger(scene);
        var play = new Play(1000 + Scene.ALL.indexOf(scene), scene, clinic, ledger); // no id twice in one database

        play.run(STEPS);

        assertThat(play.placed()).isGreaterThan(STEPS / 10);
        assertThat(taken(clinic.site())).isEqualTo(ledger.standing().keySet());
    }

    private Set<UUID> taken(UUID site) throws SQLException {
        var ids = new HashSet<UUID>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id from taken where site_id = '" + site + "'")) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}

package io.upswing.notification.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What an earlier version left is brought along. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class MigrationTest {
    private static final String SCHEMA = "from_before";

    @Inject
    DataSource database;

    @Test
    void what_was_said_before_anybody_acted_for_patients_was_said_by_them() throws SQLException {
        flyway().target("7").load().migrate();
        write("insert into from_before.consent values (gen_random_uuid(), 'SMS', 'HERE', false, now())");
        write("insert into from_before.preference values (gen_random_uuid(), 'SMS', now())");
        write("insert into from_before.follow_offset values (gen_random_uuid(), 0, 'patients', 7)");
        write("insert into from_before.follow_offset values (gen_random_uuid(), 0, 'care-due', 7)");
        write("insert into from_before.follow_stream values ('patients', gen_random_uuid(), 3)");

        flyway().target("latest").load().migrate();

        assertThat(count("consent where person = 'PATIENT'")).isOne();
        assertThat(count("preference where person = 'PATIENT'")).isOne();
        assertThat(count("follow_offset where topic = 'patients'")).isZero();
        assertThat(count("follow_stream")).isZero();
        assertThat(count("follow_offset where topic = 'care-due'")).isOne();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database).schemas(SCHEMA).locations("db/eventlog", "db/migration");
    }

    private void write(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(statement)) {
            insert.executeUpdate();
        }
    }

    private int count(String rows) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from from_before." + rows);
                var result = query.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }
}

package io.upswing.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What a database of the version before becomes. */
@QuarkusTest
class MigrationTest {
    private static final String SCHEMA = "from_before";

    @Inject
    AgroalDataSource database;

    @Test
    void the_appointments_booked_before_they_were_kept_are_read_again() throws SQLException {
        flyway().target("2").load().migrate();
        write("insert into from_before.follow_offset values (gen_random_uuid(), 0, 'scheduling-events', 7)");
        write("insert into from_before.follow_offset values (gen_random_uuid(), 0, 'patients', 7)");
        write("insert into from_before.follow_stream values ('scheduling-events', gen_random_uuid(), 3)");

        flyway().load().migrate();

        assertThat(count("follow_offset where topic = 'scheduling-events'")).isZero();
        assertThat(count("follow_stream")).isZero();
        assertThat(count("follow_offset where topic = 'patients'")).isOne();
        assertThat(count("appointment")).isZero();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database).schemas(SCHEMA).locations("db/eventlog", "db/migration");
    }

    private void write(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long count(String rows) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from from_before." + rows)) {
            found.next();
            return found.getLong(1);
        }
    }
}

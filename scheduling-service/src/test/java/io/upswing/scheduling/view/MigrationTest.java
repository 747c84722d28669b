package io.upswing.scheduling.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What a database of the version before becomes. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class MigrationTest {
    private static final String SCHEMA = "from_before";

    @Inject
    DataSource database;

    @Test
    void courses_of_which_less_was_kept_are_made_again_from_the_start_of_their_topic() throws SQLException {
        flyway().target("2").load().migrate();
        write("insert into from_before.follow_offset values (gen_random_uuid(), 0, 'session-events', 7)");
        write("insert into from_before.follow_offset values (gen_random_uuid(), 0, 'patients', 7)");
        write("insert into from_before.follow_stream values ('session-events', gen_random_uuid(), 3)");
        write("""
                insert into from_before.course values (gen_random_uuid(), 'a', gen_random_uuid(), gen_random_uuid(),
                    gen_random_uuid(), 'esk-trd-us', 1, '2026-03-02', gen_random_uuid(), null, '{}', false, null)
                """);
        write("""
                insert into from_before.due_item values (gen_random_uuid(), 'SESSION', 'x', 'a', gen_random_uuid(),
                    'OVERDUE', 0, '2026-03-02', '2026-03-02')
                """);

        flyway().load().migrate();

        assertThat(count("course")).isZero();
        assertThat(count("due_item")).isZero();
        assertThat(count("patient_facts")).isZero();
        assertThat(count("follow_offset where topic = 'session-events'")).isZero();
        assertThat(count("follow_stream")).isZero();
        assertThat(count("follow_offset where topic = 'patients'")).isOne();
    }

    @Test
    void what_was_booked_before_capacity_was_counted_keeps_its_chair() throws SQLException {
        var schema = "with_bookings";
        var flyway = Flyway.configure().dataSource(database).schemas(schema).locations("db/eventlog", "db/migration");
        flyway.target("3").load().migrate();
        for (var state : List.of("BOOKED", "CONFIRMED", "CANCELLED", "NO_SHOW")) {
            write("""
                    insert into with_bookings.appointment (appointment_id, clinic, patient_id, site_id, chair_id, kind,
                        start_at, end_at, zone, on_date, state, overbooked, placed_at)
                    values (gen_random_uuid(), 'a', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'TREATMENT',
                        '2026-03-03T14:00:00Z', '2026-03-03T17:00:00Z', 'UTC', '2026-03-03', '%s', false, now())
                    """.formatted(state));
        }

        flyway.target("latest").load().migrate();

        assertThat(countIn(schema, "taken where not overbooked and expires_at is null"))
                .isEqualTo(2);
        assertThat(countIn(schema, "appointment")).isEqualTo(4);
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
        return countIn(SCHEMA, rows);
    }

    private long countIn(String schema, String rows) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + schema + "." + rows)) {
            found.next();
            return found.getLong(1);
        }
    }
}

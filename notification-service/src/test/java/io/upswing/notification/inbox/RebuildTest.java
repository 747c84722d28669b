package io.upswing.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.Infrastructure;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.StateRecord;
import io.upswing.notification.Neighbour;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEventTypes;
import io.upswing.notification.view.NotificationViews;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rows are the fold of the logs: thrown away and made again they are the same, and nobody is told again. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class RebuildTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final EventCodec<NotificationEvent> CODEC = NotificationEventTypes.codec();
    private static final List<String> TABLES = List.of(
            "recipient",
            "erased_patient",
            "consent",
            "preference",
            "course_due",
            "slot",
            "offer",
            "site",
            "dispatch",
            "reminder",
            "policy",
            "reply",
            "reply_words",
            "worklist_claim",
            "resolution");
    private static final String TO_BE_DONE = """
            select 1 from reminder where state = 'PLANNED' and send_at <= '2026-03-10T14:00:00Z' or state = 'STARTED'
                or state = 'EXPIRED' and not recorded or claimed_until is not null
            """;

    @Inject
    Neighbour neighbour;

    @Inject
    NotificationViews views;

    @Inject
    PatientsInbox patients;

    @Inject
    CareDueInbox careDue;

    @Inject
    SchedulingInbox scheduling;

    @Inject
    AgroalDataSource database;

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Test
    void the_views_come_back_with_the_same_rows_and_nothing_is_sent_again() {
        var told = UUID.randomUUID() + "@example.org";
        var patient = neighbour.patient(told);
        neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-16T15:00:00Z");
        neighbour.forget(neighbour.patient("gone@example.org"));
        Wait.orFail(SOON, "the plan", () -> rowsOf(patient) == 6);
        Wait.orFail(SOON, "the mail", () -> mails(told) == 1);
        Wait.orFail(SOON, "all that is due", this::idle);

        var before = rows();
        QuarkusTransaction.requiringNew().run(() -> {
            views.startRebuild();
            assertThat(rows()).isEmpty();
            views.apply(log());
            views.applyStates(states());
            // The topics have no common order; a key may stand in one more than once
            neighbour.states("care-due").forEach(state -> careDue.fold(List.of(state)));
            scheduling.fold(neighbour.events());
            neighbour.states("patients").forEach(state -> patients.fold(List.of(state)));
            views.finishRebuild();
        });

        Wait.orFail(SOON, "the plans", this::allPlanned);
        assertThat(rows()).isEqualTo(before);
        Wait.orFail(Duration.ofSeconds(10), "another look at what is due", this::idle);
        assertThat(mails(told)).isEqualTo(1);
        assertThat(rows()).isEqualTo(before);
    }

    private static int mails(String to) {
        return Infrastructure.get().mails(to).size();
    }

    private boolean idle() {
        return query(TO_BE_DONE, row -> true).isEmpty();
    }

    private boolean allPlanned() {
        return query("select 1 from planned_patient where stale", row -> true).isEmpty();
    }

    private int rowsOf(UUID patient) {
        return query("select 1 from reminder where patient_id = '" + patient + "'", row -> true)
                .size();
    }

    private List<String> rows() {
        var rows = new ArrayList<String>();
        for (var table : TABLES) {
            var query = "select '" + table + "' || to_jsonb(t)::text from " + table + " t order by 1";
            rows.addAll(query(query, row -> row.getString(1)));
        }
        return rows;
    }

    private List<Recorded<NotificationEvent>> log() {
        return query("select * from event order by stream, version", row -> {
            var type = row.getString("type");
            var value = row.getBytes("value");
            var record = new EventRecord(
                    row.getObject("id", UUID.class),
                    type,
                    row.getObject("stream", UUID.class),
                    row.getLong("version"),
                    row.getString("clinic"),
                    row.getString("actor"),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    null,
                    null,
                    value);
            return new Recorded<>(record, CODEC.decode(type, value).orElseThrow());
        });
    }

    private List<StateRecord> states() {
        return query(
                "select * from state_record order by topic, key",
                row -> new StateRecord(
                        row.getString("topic"),
                        row.getObject("key", UUID.class),
                        row.getLong("version"),
                        row.getString("clinic"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("value")));
    }

    private <T> List<T> query(String sql, Reader<T> reader) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

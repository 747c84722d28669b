package io.upswing.session.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import io.upswing.session.view.SessionViews;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rows are the fold of the log: thrown away and made again, they are the same. */
@QuarkusTest
class RebuildTest {
    private static final EventCodec<SessionEvent> CODEC = SessionEventTypes.codec();

    @Inject
    Desk desk;

    @Inject
    SessionViews views;

    @Inject
    AgroalDataSource database;

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Test
    void the_views_come_back_with_the_same_rows() {
        var course = desk.clearedCourse();
        var session = Desk.administration(course, "2026-03-02");
        Desk.post("/sessions/{session}/corrections", "{\"on\": \"2026-03-03\", \"reason\": \"wrong day\"}", session);
        Desk.post("/sessions/{session}/abort", "{\"reason\": \"pressure\"}", Desk.checkIn(course));
        Desk.post("/sessions/{s}/void", "{\"reason\": \"x\"}", Desk.administration(course, "2026-03-09"));

        var patient = desk.patient();
        var treated = desk.courseOf(patient, "esk-trd-us");
        desk.safetyTask(patient);
        close(desk.safetyTask(patient));
        var reopened = desk.safetyTask(patient);
        takeBack(treated, close(reopened));
        takeBack(treated, desk.safetyTask(patient));
        Desk.post("/protocols", Requests.publication("rebuilt").toString())
                .then()
                .statusCode(201);

        QuarkusTransaction.begin(); // taken back: the neighbours would not say again what they have said
        try {
            var before = rows();
            views.startRebuild();
            assertThat(rows()).isEmpty();
            log().forEach(event -> views.apply(List.of(event)));
            assertThat(rows()).isEqualTo(before);

            views.startRebuild();
            views.apply(log());
            views.finishRebuild();
            assertThat(rows()).isEqualTo(before);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static String close(String task) {
        return Desk.post("/safety-tasks/{task}/closure", "{\"by\": \"Dr. Example\", \"disposition\": \"safe\"}", task)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void takeBack(String course, String event) {
        Desk.post("/courses/{course}/history/{event}/void", "{\"reason\": \"wrong\"}", course, event)
                .then()
                .statusCode(201);
    }

    private List<String> rows() {
        return query("""
                select 'course' || to_jsonb(course)::text as line from course
                union all select 'session' || to_jsonb(session)::text from session
                union all select 'protocol' || to_jsonb(clinic_protocol)::text from clinic_protocol
                union all select 'task' || to_jsonb(safety_task)::text from safety_task order by 1""", row -> row.getString("line"));
    }

    private List<Recorded<SessionEvent>> log() {
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
                    Instant.EPOCH,
                    Instant.EPOCH,
                    null,
                    null,
                    value);
            return new Recorded<>(record, CODEC.decode(type, value).orElseThrow());
        });
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

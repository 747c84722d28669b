package io.upswing.notification.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What our own log says of each reminder. */
@Singleton
class Dispatches {
    private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    /** A dispatch and its patient's clinic. */
    record OfClinic(String clinic, Dispatch dispatch) {}

    private final Sql sql;
    private final ObjectMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    Dispatches(Sql sql) {
        this.sql = sql;
    }

    /** Folds a batch: each row is read once and written once. What the log says of those reminders then. */
    List<Dispatch> apply(List<Recorded<OfReminder>> events) {
        var ids = events.stream().map(event -> event.event().reminderId()).collect(Collectors.toSet());
        var rows = new HashMap<UUID, OfClinic>();
        load("reminder_id", ids).forEach(row -> rows.put(row.dispatch().reminderId(), row));
        for (var event : events) {
            rows.compute(event.event().reminderId(), (id, before) -> after(before, event));
        }
        save(rows.values());
        return rows.values().stream().map(OfClinic::dispatch).toList();
    }

    private static OfClinic after(@Nullable OfClinic before, Recorded<OfReminder> event) {
        var known = before == null ? null : before.dispatch();
        return new OfClinic(
                event.clinic(),
                Dispatch.after(known, event.event(), event.record().recordedAt()));
    }

    List<OfClinic> of(Collection<UUID> patients) {
        return load("patient_id", patients);
    }

    /** What was started by then and has no outcome. */
    List<Claim> startedBefore(Instant then, int limit) {
        return sql.query("""
                select reminder_id, patient_id, clinic, attempt, due_at from dispatch
                where state = 'STARTED' and started_at < ? order by started_at limit ?
                """, ReminderRows::claim, then, limit);
    }

    private List<OfClinic> load(String column, Collection<UUID> ids) {
        return sql.query("select * from dispatch where " + column + " = any(?)", this::read, Sql.Column.ids(ids));
    }

    OfClinic read(ResultSet row) throws SQLException {
        var dispatch = new Dispatch(
                Sql.uuid(row, "reminder_id"),
                Sql.uuid(row, "patient_id"),
                row.getString("about"),
                row.getString("step"),
                Channel.valueOf(row.getString("channel")),
                channels(row.getString("refused_on")),
                row.getString("template"),
                row.getInt("template_version"),
                parameters(row.getString("parameters")),
                Sql.instant(row, "due_at"),
                row.getInt("attempt"),
                row.getInt("tried"),
                row.getBoolean("catch_up"),
                Dispatch.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("provider_message_id"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "not_before"),
                Sql.instant(row, "changed_at"));
        return new OfClinic(row.getString("clinic"), dispatch);
    }

    private void save(Collection<OfClinic> rows) {
        sql.update(
                """
                insert into dispatch (reminder_id, patient_id, clinic, about, step, channel, refused_on, template,
                    template_version, parameters, due_at, attempt, tried, catch_up, state, reason, provider_message_id,
                    started_at, not_before, changed_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (reminder_id) do update set channel = excluded.channel,
                    refused_on = excluded.refused_on, tried = excluded.tried, template = excluded.template,
                    template_version = excluded.template_version, parameters = excluded.parameters,
                    due_at = excluded.due_at, attempt = excluded.attempt, catch_up = excluded.catch_up,
                    state = excluded.state, reason = excluded.reason,
                    provider_message_id = excluded.provider_message_id, started_at = excluded.started_at,
                    not_before = excluded.not_before, changed_at = excluded.changed_at
                """,
                Sql.Column.of("uuid", rows, row -> row.dispatch().reminderId()),
                Sql.Column.of("uuid", rows, row -> row.dispatch().patientId()),
                Sql.Column.of("text", rows, OfClinic::clinic),
                Sql.Column.of("text", rows, row -> row.dispatch().about()),
                Sql.Column.of("text", rows, row -> row.dispatch().step()),
                Sql.Column.of("text", rows, row -> row.dispatch().channel().name()),
                Sql.Column.of("text", rows, row -> text(row.dispatch().refusedOn())),
                Sql.Column.of("text", rows, row -> row.dispatch().template()),
                Sql.Column.of("int", rows, row -> row.dispatch().templateVersion()),
                Sql.Column.of("text", rows, row -> text(row.dispatch().parameters())),
                Sql.Column.of("timestamptz", rows, row -> row.dispatch().dueAt()),
                Sql.Column.of("int", rows, row -> row.dispatch().attempt()),
                Sql.Column.of("int", rows, row -> row.dispatch().tried()),
                Sql.Column.of("boolean", rows, row -> row.dispatch().catchUp()),
                Sql.Column.of("text", rows, row -> row.dispatch().state().name()),
                Sql.Column.of("text", rows, row -> row.dispatch().reason()),
                Sql.Column.of("text", rows, row -> row.dispatch().providerMessageId()),
                Sql.Column.of("timestamptz", rows, row -> row.dispatch().startedAt()),
                Sql.Column.of("timestamptz", rows, row -> row.dispatch().notBefore()),
                Sql.Column.of("timestamptz", rows, row -> row.dispatch().changedAt()));
    }

    private static String text(Set<Channel> channels) {
        return channels.stream().map(Channel::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<Channel> channels(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(Channel::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private String text(Map<String, String> parameters) {
        try {
            return json.writeValueAsString(parameters);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> parameters(String text) {
        try {
            return json.readValue(text, PARAMETERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

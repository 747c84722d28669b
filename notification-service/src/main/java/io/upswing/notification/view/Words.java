package io.upswing.notification.view;

import io.upswing.eventlog.JsonRecords;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.StateChange;
import io.upswing.eventlog.StateRecord;
import io.upswing.notification.domain.ReplyWords;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What patients wrote in their replies: from our own compacted topic, which forgets when it is asked to. */
@Singleton
public class Words {
    private static final String TOPIC = "replies";

    private final Sql sql;
    private final JsonRecords json = new JsonRecords();

    Words(Sql sql) {
        this.sql = sql;
    }

    public ReplyWords of(UUID patientId) {
        return sql
                .query(
                        "select content from reply_words where patient_id = ?",
                        row -> json.read(row.getString(1).getBytes(StandardCharsets.UTF_8), ReplyWords.class),
                        patientId)
                .stream()
                .findFirst()
                .orElse(ReplyWords.NONE);
    }

    /** The words of one reply; empty when they were erased. */
    public Optional<String> of(UUID patientId, UUID replyId) {
        return of(patientId).said().stream()
                .filter(said -> said.replyId().equals(replyId))
                .map(ReplyWords.Said::text)
                .findFirst();
    }

    /** How the topic is told of them. */
    public StateChange change(UUID patientId, String clinic, ReplyWords words) {
        return new StateChange(TOPIC, patientId, clinic, json.write(words));
    }

    /** Forgets what these patients wrote; what the topic must be told so that it forgets too. */
    public List<StateChange> erase(Collection<UUID> patients) {
        return sql.query(
                "delete from reply_words where patient_id = any(?) returning patient_id, clinic",
                row -> new StateChange(TOPIC, Sql.uuid(row, "patient_id"), row.getString("clinic"), null),
                Sql.Column.ids(patients));
    }

    void apply(List<StateRecord> states) {
        states.stream().filter(state -> state.topic().equals(TOPIC)).forEach(this::put);
    }

    private void put(StateRecord state) {
        byte @Nullable [] value = state.value();
        if (value == null) {
            sql.update("delete from reply_words where patient_id = ?", state.key());
            return;
        }
        sql.update("""
                insert into reply_words (patient_id, clinic, content)
                select ?, ?, ? where not exists (select 1 from erased_patient where patient_id = ?)
                on conflict (patient_id) do update set content = excluded.content
                """, state.key(), state.clinic(), new String(value, StandardCharsets.UTF_8), state.key());
    }
}

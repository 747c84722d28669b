package io.upswing.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** The toy service's views in PostgreSQL. */
final class Notes implements View<Note> {

    private final Sql sql;

    Notes(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void apply(List<Recorded<Note>> events) {
        insert("note", events);
    }

    /** As a follower's fold. */
    void hear(List<Recorded<Note>> events) {
        insert("heard", events);
    }

    private void insert(String table, List<Recorded<Note>> events) {
        sql.update(
                "insert into " + table + " (stream, version, text) select * from unnest(?, ?, ?)",
                Sql.Column.of("uuid", events, Recorded::stream),
                Sql.Column.of("bigint", events, Recorded::version),
                Sql.Column.of("text", events, recorded -> recorded.event().text()));
    }

    @Override
    public void applyStates(List<StateRecord> states) {
        for (var state : states) {
            sql.update("delete from card where key = ?", state.key());
            if (state.value() != null) {
                sql.update("insert into card values (?, ?)", state.key(), text(state));
            }
        }
    }

    private static String text(StateRecord state) {
        return new String(Objects.requireNonNull(state.value()), StandardCharsets.UTF_8);
    }

    @Override
    public void startRebuild() {
        sql.update("truncate note, heard, card");
    }

    @Override
    public void finishRebuild() {}

    /** The rows of a table of texts by stream and version. */
    Map<String, String> rows(String table) {
        var rows = new TreeMap<String, String>();
        sql.query(
                "select stream, version, text from " + table,
                row -> rows.put(row.getString(1) + "@" + row.getLong(2), row.getString(3)));
        return rows;
    }

    Map<UUID, String> cards() {
        var rows = new TreeMap<UUID, String>();
        sql.query("select key, text from card", row -> rows.put(Sql.uuid(row, "key"), row.getString(2)));
        return rows;
    }
}

package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.series.DueItem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Writes the call list's rows: those of a course are replaced together. */
@Singleton
class DueRows {
    private record Row(Derived due, DueItem item) {}

    private final Sql sql;

    DueRows(Sql sql) {
        this.sql = sql;
    }

    void replace(List<Derived> derived) {
        sql.update(
                "delete from due_item where course_id = any(?)",
                Column.ids(derived.stream().map(due -> due.course().id()).toList()));
        var rows = derived.stream()
                .flatMap(due -> due.items().stream().map(item -> new Row(due, item)))
                .toList();
        if (!rows.isEmpty()) {
            insert(rows);
        }
    }

    private void insert(List<Row> rows) {
        sql.update(
                """
                insert into due_item (course_id, clinic, site_id, kind, subject, state, urgency, due_on, overdue_after)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Column.of("uuid", rows, row -> row.due().course().id()),
                Column.of("text", rows, row -> row.due().course().clinic()),
                Column.of("uuid", rows, row -> row.due().course().siteId()),
                item("text", rows, item -> item.kind().name()),
                item("text", rows, DueItem::subject),
                item("text", rows, item -> item.state().name()),
                item("smallint", rows, item -> DueEntry.urgency(item.kind(), item.state())),
                item("date", rows, DueItem::on),
                item("date", rows, DueItem::overdueAfter));
    }

    private static Column item(String type, List<Row> rows, Function<DueItem, Object> value) {
        return Column.of(type, rows, row -> value.apply(row.item()));
    }
}

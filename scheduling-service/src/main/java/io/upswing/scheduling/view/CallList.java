package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.series.DueItem;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is due for what, most urgent first: today from the rows that are kept, on another date derived for all courses. */
@Singleton
public class CallList {
    /** What is asked for; what is null does not matter. {@code from} and {@code to} hold the item's date, both included. */
    public record Filter(
            @Nullable UUID siteId,
            DueItem.@Nullable Kind kind,
            DueItem.@Nullable State state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        private boolean wants(DueEntry entry) {
            return (siteId == null || siteId.equals(entry.siteId()))
                    && (kind == null || kind == entry.kind())
                    && (state == null || state == entry.state())
                    && (from == null || !entry.on().isBefore(from))
                    && (to == null || !entry.on().isAfter(to));
        }
    }

    /** Which item of which course. */
    private record Key(UUID courseId, String kind, String subject) {}

    private final Sql sql;
    private final Courses courses;
    private final Standings standings;

    CallList(Sql sql, Courses courses, Standings standings) {
        this.sql = sql;
        this.courses = courses;
        this.standings = standings;
    }

    /** {@code asOf} null: today at each course's site. */
    public Part<DueEntry> list(
            String clinic, @Nullable LocalDate asOf, Filter filter, int page, int size, Instant now) {
        return asOf == null || isTodayEverywhere(asOf, now)
                ? today(clinic, filter, page, size, now)
                : on(clinic, asOf, filter, page, size, now);
    }

    private boolean isTodayEverywhere(LocalDate asOf, Instant now) {
        return new HashSet<>(standings.todayBySite(now).values()).equals(java.util.Set.of(asOf));
    }

    private Part<DueEntry> on(String clinic, LocalDate asOf, Filter filter, int page, int size, Instant now) {
        var entries = standings.on(courses.ofClinic(clinic), asOf, now).stream()
                .flatMap(due -> due.items().stream().map(item -> DueEntry.of(due, item)))
                .filter(filter::wants)
                .sorted(DueEntry.BY_URGENCY)
                .toList();
        var from = (int) Math.min((long) page * size, entries.size());
        return new Part<>(entries.subList(from, Math.min(from + size, entries.size())), entries.size());
    }

    private Part<DueEntry> today(String clinic, Filter filter, int page, int size, Instant now) {
        var where = where(filter);
        var values = values(clinic, filter);
        var total = sql.query("select count(*) from due_item where " + where, row -> row.getLong(1), values.toArray())
                .getFirst();
        values.add(size);
        values.add((long) page * size);
        var keys = sql.query(
                "select course_id, kind, subject from due_item where " + where
                        + " order by clinic, urgency, overdue_after, due_on, course_id, kind, subject limit ? offset ?",
                row -> new Key(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                values.toArray());
        return new Part<>(entries(keys, now), total);
    }

    /** Derived for this page alone, so that an entry is never older than the standing beside it. */
    private List<DueEntry> entries(List<Key> keys, Instant now) {
        var ids = keys.stream().map(Key::courseId).distinct().toList();
        Map<Key, DueEntry> entries = standings.today(courses.all(ids), now).stream()
                .flatMap(due -> due.items().stream().map(item -> DueEntry.of(due, item)))
                .collect(Collectors.toMap(
                        entry -> new Key(entry.courseId(), entry.kind().name(), entry.subject()), Function.identity()));
        return keys.stream().filter(entries::containsKey).map(entries::get).toList();
    }

    private static String where(Filter filter) {
        return "clinic = ?"
                + (filter.siteId() == null ? "" : " and site_id = ?")
                + (filter.kind() == null ? "" : " and kind = ?")
                + (filter.state() == null ? "" : " and state = ?")
                + (filter.from() == null ? "" : " and due_on >= ?")
                + (filter.to() == null ? "" : " and due_on <= ?");
    }

    private static List<Object> values(String clinic, Filter filter) {
        var values = new ArrayList<Object>(List.of(clinic));
        add(values, filter.siteId());
        add(values, filter.kind() == null ? null : filter.kind().name());
        add(values, filter.state() == null ? null : filter.state().name());
        add(values, filter.from());
        add(values, filter.to());
        return values;
    }

    private static void add(List<Object> values, @Nullable Object value) {
        if (value != null) {
            values.add(value);
        }
    }
}

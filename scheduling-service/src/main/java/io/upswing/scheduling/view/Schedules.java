package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.view.Course.Pinned;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The schedules that courses pinned. An id is a hash of the content, so what was read once never changes, and a rebuild
 * leaves them where they are: another replica may know them from memory.
 */
@Singleton
class Schedules {
    /** There are a handful of protocols; this only bounds what a clinic with very many of its own may keep in memory. */
    private static final int REMEMBERED = 2_000;

    private final Sql sql;
    private final Map<UUID, PinnedSchedule> known = new ConcurrentHashMap<>();

    Schedules(Sql sql) {
        this.sql = sql;
    }

    /** A schedule with the id under which it is kept. */
    static Pinned pinned(PinnedSchedule schedule) {
        return new Pinned(PinnedSchedule.idOf(ViewJson.write(schedule)), schedule);
    }

    /**
     * Written unless they were once read, hence committed. Always in the same order, because a new one waits for whoever
     * is writing it too.
     */
    void keep(Collection<Pinned> schedules) {
        var added = schedules.stream()
                .filter(pinned -> !known.containsKey(pinned.id()))
                .distinct()
                .toList();
        if (!added.isEmpty()) {
            sql.update(
                    "insert into schedule select * from unnest(?, ?) as s (id, content) order by id"
                            + " on conflict do nothing",
                    Column.of("uuid", added, Pinned::id),
                    Column.of("text", added, pinned -> ViewJson.write(pinned.schedule())));
        }
    }

    Map<UUID, PinnedSchedule> all(Collection<UUID> ids) {
        var missing =
                ids.stream().filter(id -> !known.containsKey(id)).distinct().toList();
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        read(missing).forEach(row -> known.put(row.getKey(), row.getValue()));
        return ids.stream().distinct().filter(known::containsKey).collect(Collectors.toMap(id -> id, known::get));
    }

    private List<Map.Entry<UUID, PinnedSchedule>> read(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.query(
                        "select schedule_id, content from schedule where schedule_id = any(?)",
                        row -> Map.entry(
                                row.getObject(1, UUID.class), ViewJson.read(row.getString(2), PinnedSchedule.class)),
                        Column.ids(ids));
    }
}

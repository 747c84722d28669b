package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.eventlog.StateChange;
import io.upswing.eventlog.StateRecord;
import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is due for a course as of its site's today: the rows of the call list, and what care-due says. */
@Singleton
public class DueFold {
    static final String TOPIC = "care-due";

    private final StateCodec<CareDueRecord> codec = StateCodec.careDue();
    private final Sql sql;
    private final Courses courses;
    private final Standings standings;
    private final DueRows rows;
    private final StatePublisher publisher;

    DueFold(Sql sql, Courses courses, Standings standings, DueRows rows, StatePublisher publisher) {
        this.sql = sql;
        this.courses = courses;
        this.standings = standings;
        this.rows = rows;
        this.publisher = publisher;
    }

    /** The courses that wait to be derived, and those that are others today than when they were derived. */
    public List<UUID> waiting(Instant now) {
        return courses.waiting(standings.todayBySite(now));
    }

    /** The courses of a clinic of which something happened since they were derived. */
    public List<UUID> waiting(String clinic) {
        return courses.waiting(clinic);
    }

    /** Derives those of them that wait still and that no other replica is deriving. */
    public void derive(List<UUID> some, Instant now) {
        deriveLocked(courses.lockIdle(some, latestToday(now)), now);
    }

    /** As {@link #derive(List, Instant)}, after whoever is deriving some of them. */
    public void deriveAfterOthers(List<UUID> some, Instant now) {
        deriveLocked(courses.lockWaiting(some, latestToday(now)), now);
    }

    /** Where it is latest; to derive once more what is the same there changes nothing. */
    private static LocalDate latestToday(Instant now) {
        return now.atOffset(ZoneOffset.MAX).toLocalDate();
    }

    /** Of courses whose rows this transaction holds. */
    private void deriveLocked(List<Course> some, Instant now) {
        if (some.isEmpty()) {
            return;
        }
        var derived = standings.today(some, now);
        rows.replace(derived);
        publishChanged(derived);
        courses.markDerived(derived.stream()
                .collect(Collectors.toMap(
                        due -> due.course().id(),
                        due -> Optional.ofNullable(due.standing().changesOn()))));
    }

    /** During a rebuild: what was last said, so that only what is different is said again. */
    void remember(List<StateRecord> said) {
        var contents = said.stream()
                .filter(state -> state.value() != null)
                .collect(Collectors.toMap(StateRecord::key, state -> content(codec.decode(state.value()))));
        remember(contents);
    }

    private void publishChanged(List<Derived> derived) {
        var said = sql
                .query(
                        "select course_id, content from published_due where course_id = any(?)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        Column.ids(
                                derived.stream().map(due -> due.course().id()).toList()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var changed = new ArrayList<CareDueRecord>();
        for (var due : derived) {
            var record = due.toRecord();
            if (!content(record).equals(said.get(record.courseId()))) {
                changed.add(record);
            }
        }
        publisher.publish(changed.stream()
                .map(record -> new StateChange(TOPIC, record.courseId(), record.clinic(), codec.encode(record)))
                .toList());
        remember(changed.stream().collect(Collectors.toMap(CareDueRecord::courseId, this::content)));
    }

    private void remember(Map<UUID, String> contents) {
        if (!contents.isEmpty()) {
            sql.update("""
                    insert into published_due select * from unnest(?, ?)
                    on conflict (course_id) do update set content = excluded.content
                    """, Column.ids(contents.keySet()), Column.of("text", contents.values(), content -> content));
        }
    }

    /** Another day alone is nothing new. */
    private String content(CareDueRecord record) {
        var undated = new CareDueRecord(
                record.courseId(),
                record.patientId(),
                record.clinic(),
                record.siteId(),
                record.timeZone(),
                LocalDate.EPOCH,
                record.changesOn(),
                record.state(),
                record.items());
        return new String(codec.encode(undated), StandardCharsets.UTF_8);
    }
}

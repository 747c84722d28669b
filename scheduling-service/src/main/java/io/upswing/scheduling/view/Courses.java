package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.CourseAtDesk;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The courses and their facts: loaded and written many at a time. */
@Singleton
public class Courses {
    private static final int OF_A_SITE_AT_ONCE = 500;

    private static final String COLUMNS = """
            select c.course_id, c.clinic, c.patient_id, c.site_id, c.schedule_id, c.protocol_id, c.protocol_version,
                c.prescribed_on, c.prescribed_by, c.ordered_mg, c.facts from course c
            """;

    /** Always in the same order. */
    private static final String WAITING =
            "where course_id = any(?) and (stale or changes_on <= ?) order by course_id for update";

    private final Sql sql;
    private final Schedules schedules;

    Courses(Sql sql, Schedules schedules) {
        this.sql = sql;
        this.schedules = schedules;
    }

    /** What booking a session on a day needs of a course of the clinic. */
    public Optional<CourseAtDesk> atDesk(String clinic, UUID courseId, LocalDate day) {
        return find(clinic, courseId).map(course -> course.atDesk(day));
    }

    /** Where a course of the clinic is treated. */
    public Optional<UUID> siteOf(String clinic, UUID courseId) {
        return find(clinic, courseId).map(Course::siteId);
    }

    /** Whether the clinic has such a course. */
    public boolean known(String clinic, UUID courseId) {
        return !sql.query("select 1 from course where course_id = ? and clinic = ?", row -> 1, courseId, clinic)
                .isEmpty();
    }

    Optional<Course> find(String clinic, UUID courseId) {
        return read(sql.query(COLUMNS + "where course_id = ? and clinic = ?", CourseRow::of, courseId, clinic)).stream()
                .findFirst();
    }

    List<Course> ofPatient(String clinic, UUID patientId) {
        return read(sql.query(
                COLUMNS + "where patient_id = ? and clinic = ? order by prescribed_on, course_id",
                CourseRow::of,
                patientId,
                clinic));
    }

    List<Course> ofClinic(String clinic) {
        return read(sql.query(COLUMNS + "where clinic = ?", CourseRow::of, clinic));
    }

    List<Course> all(Collection<UUID> ids) {
        return read(sql.query(COLUMNS + "where course_id = any(?)", CourseRow::of, Column.ids(ids)));
    }

    /** Locked against every other derivation until the transaction ends; always in the same order. */
    Map<UUID, Course> lock(Collection<UUID> ids) {
        var rows = sql.query(
                COLUMNS + "where course_id = any(?) order by course_id for update", CourseRow::of, Column.ids(ids));
        return read(rows).stream().collect(Collectors.toMap(Course::id, course -> course));
    }

    /** Which of a clinic wait to be derived. */
    List<UUID> waiting(String clinic) {
        return sql.query(
                "select course_id from course where stale and clinic = ? order by course_id",
                row -> Sql.uuid(row, "course_id"),
                clinic);
    }

    /**
     * Which wait to be derived, and whose answer is another one today, by the site's own today: of each site the first ones,
     * in the order of the index. Without an order and a limit all courses would be read to find that there are none.
     */
    List<UUID> waiting(Map<UUID, LocalDate> todayBySite) {
        return sql.query(
                """
                select course_id from course where stale
                union select c.course_id from unnest(?, ?) as s (site_id, today), lateral (
                    select course_id from course where site_id = s.site_id and changes_on <= s.today
                    order by changes_on limit ?) c
                order by course_id
                """,
                row -> Sql.uuid(row, "course_id"),
                Column.ids(todayBySite.keySet()),
                Column.of("date", todayBySite.values(), date -> date),
                OF_A_SITE_AT_ONCE);
    }

    /** Those of them that wait still, as soon as no other replica is deriving them. */
    List<Course> lockWaiting(Collection<UUID> ids, LocalDate today) {
        return read(sql.query(COLUMNS + WAITING, CourseRow::of, Column.ids(ids), today));
    }

    /** Those of them that wait still and that no other replica is deriving. */
    List<Course> lockIdle(Collection<UUID> ids, LocalDate today) {
        return read(sql.query(COLUMNS + WAITING + " skip locked", CourseRow::of, Column.ids(ids), today));
    }

    void save(Collection<Course> courses) {
        schedules.keep(courses.stream().flatMap(Course::schedules).toList());
        sql.update(
                """
                insert into course (course_id, clinic, patient_id, site_id, schedule_id, protocol_id, protocol_version,
                    prescribed_on, prescribed_by, ordered_mg, facts, stale)
                select *, true from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (course_id) do update set ordered_mg = excluded.ordered_mg, facts = excluded.facts,
                    stale = true
                """,
                Column.of("uuid", courses, Course::id),
                Column.of("text", courses, Course::clinic),
                Column.of("uuid", courses, Course::patientId),
                Column.of("uuid", courses, Course::siteId),
                Column.of("uuid", courses, course -> course.pinned().id()),
                Column.of(
                        "text", courses, course -> course.facts().prescription().protocolId()),
                Column.of(
                        "int", courses, course -> course.facts().prescription().protocolVersion()),
                Column.of(
                        "date", courses, course -> course.facts().prescription().on()),
                Column.of(
                        "uuid", courses, course -> course.facts().prescription().event()),
                Column.of("numeric", courses, Course::orderedMg),
                Column.of("text", courses, course -> ViewJson.write(FactLists.of(course))));
    }

    /**
     * Whose answers no longer follow from what is known, though their own facts are the same. Locked in the order in which
     * others lock them: the plan of an update has none.
     */
    void markStale(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.update("""
                    update course c set stale = true
                    from (select course_id from course where course_id = any(?)
                            order by course_id for update) as locked
                    where c.course_id = locked.course_id
                    """, Column.ids(ids));
        }
    }

    /** Of which courses the patients are. */
    Set<UUID> idsOfPatients(Collection<UUID> patientIds) {
        if (patientIds.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(sql.query(
                "select course_id from course where patient_id = any(?)",
                row -> row.getObject(1, UUID.class),
                Column.ids(patientIds)));
    }

    void markDerived(Map<UUID, Optional<LocalDate>> changesOn) {
        sql.update(
                """
                update course c set stale = false, changes_on = d.changes_on
                from unnest(?, ?) as d (course_id, changes_on) where c.course_id = d.course_id
                """, Column.ids(changesOn.keySet()), Column.of("date", changesOn.values(), date -> date.orElse(null)));
    }

    private List<Course> read(List<CourseRow> rows) {
        var pinned = schedules.all(rows.stream().flatMap(CourseRow::scheduleIds).toList());
        return rows.stream().map(row -> row.course(pinned)).toList();
    }
}

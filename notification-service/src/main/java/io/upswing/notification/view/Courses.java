package io.upswing.notification.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Matter;
import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is pending for courses. */
@Singleton
public class Courses {
    /** What concerns a patient, and whose patient they are. */
    record OfPatient(UUID patientId, String clinic, Matter matter) {}

    private final Sql sql;
    private final StateCodec<CareDueRecord> codec = StateCodec.careDue();

    Courses(Sql sql) {
        this.sql = sql;
    }

    /** Sets what is pending; the patients whom that concerns. */
    public Set<UUID> put(List<CareDueRecord> courses) {
        var concerned = concerned(courses.stream().map(CareDueRecord::courseId).toList());
        courses.forEach(course -> concerned.add(course.patientId()));
        sql.update(
                """
                insert into course_due (course_id, patient_id, clinic, content) select * from unnest(?, ?, ?, ?)
                on conflict (course_id) do update set patient_id = excluded.patient_id, clinic = excluded.clinic,
                    content = excluded.content
                """,
                Sql.Column.of("uuid", courses, CareDueRecord::courseId),
                Sql.Column.of("uuid", courses, CareDueRecord::patientId),
                Sql.Column.of("text", courses, CareDueRecord::clinic),
                Sql.Column.of("text", courses, course -> new String(codec.encode(course), UTF_8)));
        return concerned;
    }

    /** Forgets courses; the patients whom that concerns. */
    public Set<UUID> remove(Collection<UUID> courses) {
        var concerned = concerned(courses);
        sql.update("delete from course_due where course_id = any(?)", Sql.Column.ids(courses));
        return concerned;
    }

    private Set<UUID> concerned(Collection<UUID> courses) {
        return new HashSet<>(sql.query(
                "select patient_id from course_due where course_id = any(?)",
                row -> Sql.uuid(row, "patient_id"),
                Sql.Column.ids(courses)));
    }

    List<OfPatient> of(Collection<UUID> patients) {
        return sql
                .query(
                        "select content from course_due where patient_id = any(?)",
                        row -> codec.decode(row.getString("content").getBytes(UTF_8)),
                        Sql.Column.ids(patients))
                .stream()
                .flatMap(Courses::matters)
                .toList();
    }

    private static Stream<OfPatient> matters(CareDueRecord course) {
        return course.items().stream().flatMap(item -> kind(item).stream().map(kind -> matter(course, item, kind)));
    }

    private static OfPatient matter(CareDueRecord course, CareDueRecord.Item item, About.Kind kind) {
        return new OfPatient(
                course.patientId(),
                course.clinic(),
                new Matter.Pending(
                        new About.ADueItem(course.courseId(), kind, item.subject()),
                        ZoneId.of(course.timeZone()),
                        item.from(),
                        item.on(),
                        item.overdueAfter(),
                        bookedFor(item, kind)));
    }

    /** Only what is still to be booked is settled by an appointment: a score before a session is asked for because of it. */
    private static @Nullable UUID bookedFor(CareDueRecord.Item item, About.Kind kind) {
        return kind == About.Kind.SESSION || kind == About.Kind.MAINTENANCE ? item.appointmentId() : null;
    }

    /** Kinds and audiences of later versions are nothing to us yet. */
    private static Optional<About.Kind> kind(CareDueRecord.Item item) {
        return Arrays.stream(About.Kind.values())
                .filter(kind -> kind.isDueItem()
                        && kind.name().equals(item.kind())
                        && kind.audience().name().equals(item.audience()))
                .findFirst();
    }
}

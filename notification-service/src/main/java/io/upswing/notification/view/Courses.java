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

/** What is pending for courses. */
@Singleton
public class Courses {
    private static final String PATIENT = "PATIENT";

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
        var zone = ZoneId.of(course.timeZone());
        return course.items().stream()
                .filter(item -> item.audience().equals(PATIENT))
                .flatMap(item -> kind(item.kind()).stream()
                        .map(kind -> new OfPatient(
                                course.patientId(),
                                course.clinic(),
                                new Matter.Pending(
                                        new About.ADueItem(course.courseId(), kind, item.subject()),
                                        zone,
                                        item.from(),
                                        item.on(),
                                        item.overdueAfter(),
                                        item.appointmentId()))));
    }

    /** Kinds of later versions are nothing to us yet. */
    private static Optional<About.Kind> kind(String name) {
        return Arrays.stream(About.Kind.values())
                .filter(kind -> kind.name().equals(name) && kind != About.Kind.APPOINTMENT)
                .findFirst();
    }
}

package io.upswing.scheduling.view;

import io.upswing.scheduling.view.Course.Pinned;
import io.upswing.series.Prescription;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A course as its columns hold it; the schedules that it names are kept once, in rows of their own. */
record CourseRow(
        UUID courseId,
        String clinic,
        UUID patientId,
        UUID siteId,
        UUID scheduleId,
        String protocolId,
        int protocolVersion,
        LocalDate on,
        UUID event,
        @Nullable BigDecimal orderedMg,
        FactLists facts) {

    static CourseRow of(ResultSet row) throws SQLException {
        return new CourseRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, UUID.class),
                row.getBigDecimal(10),
                ViewJson.read(row.getString(11), FactLists.class));
    }

    Stream<UUID> scheduleIds() {
        return Stream.concat(Stream.of(scheduleId), facts.movedTo().values().stream());
    }

    Course course(Map<UUID, PinnedSchedule> known) {
        var pinned = pinned(scheduleId, known);
        var movedTo = new HashMap<Integer, Pinned>();
        facts.movedTo().forEach((version, id) -> movedTo.put(version, pinned(id, known)));
        return new Course(clinic, facts.under(prescription(pinned.schedule())), pinned, movedTo, orderedMg);
    }

    private static Pinned pinned(UUID id, Map<UUID, PinnedSchedule> known) {
        return new Pinned(id, Objects.requireNonNull(known.get(id), "schedule"));
    }

    private Prescription prescription(PinnedSchedule schedule) {
        return new Prescription(
                courseId,
                patientId,
                siteId,
                facts.setting(),
                protocolId,
                protocolVersion,
                schedule.route(),
                schedule.scale(),
                schedule.remission(),
                schedule.rems(),
                schedule.oralAntidepressantRequired(),
                schedule.phases(),
                schedule.lapseDays(),
                schedule.lapseSource(),
                on,
                event);
    }
}

package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.CourseAtDesk;
import io.upswing.series.CourseFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A course as session-service tells it: its facts, and what booking needs besides. {@code pinned}: the schedule that was
 * prescribed; {@code movedTo}: by their numbers the versions to which the course was moved.
 */
record Course(
        String clinic,
        CourseFacts facts,
        Pinned pinned,
        Map<Integer, Pinned> movedTo,
        @Nullable BigDecimal orderedMg) {

    /** A schedule under the id by which it is kept. */
    record Pinned(UUID id, PinnedSchedule schedule) {}

    Course {
        movedTo = Map.copyOf(movedTo);
    }

    UUID id() {
        return facts.courseId();
    }

    UUID patientId() {
        return facts.prescription().patientId();
    }

    UUID siteId() {
        return facts.prescription().siteId();
    }

    Stream<Pinned> schedules() {
        return Stream.concat(Stream.of(pinned), movedTo.values().stream());
    }

    Course with(CourseFacts changed) {
        return new Course(clinic, changed, pinned, movedTo, orderedMg);
    }

    Course ordering(@Nullable BigDecimal mg) {
        return new Course(clinic, facts, pinned, movedTo, mg);
    }

    Course movedTo(int version, Pinned schedule) {
        var moved = new HashMap<>(movedTo);
        moved.put(version, schedule);
        return new Course(clinic, facts, pinned, moved, orderedMg);
    }

    /** For a session on a day: the version that holds then says what it takes. */
    CourseAtDesk atDesk(LocalDate day) {
        var version = facts.prescriptionOn(day).protocolVersion();
        var schedule = movedTo.getOrDefault(version, pinned).schedule();
        return new CourseAtDesk(facts, schedule.route(), schedule.chairTime(), orderedMg);
    }
}

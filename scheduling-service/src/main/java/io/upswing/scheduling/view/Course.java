package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.CourseAtDesk;
import io.upswing.series.CourseFacts;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A course as session-service tells it: its facts, and what booking needs besides. */
record Course(
        String clinic,
        CourseFacts facts,
        UUID scheduleId,
        PinnedSchedule schedule,
        @Nullable BigDecimal orderedMg) {

    UUID id() {
        return facts.courseId();
    }

    UUID patientId() {
        return facts.prescription().patientId();
    }

    UUID siteId() {
        return facts.prescription().siteId();
    }

    Course with(CourseFacts changed) {
        return new Course(clinic, changed, scheduleId, schedule, orderedMg);
    }

    Course ordering(@Nullable BigDecimal mg) {
        return new Course(clinic, facts, scheduleId, schedule, mg);
    }

    CourseAtDesk atDesk() {
        return new CourseAtDesk(facts, schedule.route(), schedule.chairTime(), orderedMg);
    }
}

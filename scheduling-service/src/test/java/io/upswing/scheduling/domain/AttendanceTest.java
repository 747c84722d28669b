package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.Attendance.Wanted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static final Wanted MORNING = new Wanted(id(1), COURSE);
    private static final Wanted AFTERNOON = new Wanted(id(2), COURSE);

    @Test
    void is_for_the_appointment_that_was_named_at_the_check_in() {
        var named = visit(11, COURSE, id(2));
        var other = visit(12, COURSE, null);

        assertThat(Attendance.matched(List.of(MORNING, AFTERNOON), List.of(other, named)))
                .containsEntry(id(2), named)
                .containsEntry(id(1), other);
    }

    @Test
    void is_otherwise_for_one_of_the_same_course() {
        var visit = visit(11, COURSE, null);

        assertThat(Attendance.matched(List.of(MORNING, AFTERNOON), List.of(visit)))
                .containsOnlyKeys(id(1));
    }

    @Test
    void never_is_for_an_appointment_of_another_course() {
        assertThat(Attendance.matched(List.of(MORNING), List.of(visit(11, id(77), id(1)))))
                .isEmpty();
    }

    private static Attendance visit(int session, UUID course, @Nullable UUID appointment) {
        return new Attendance(id(session), course, appointment, new Stage.Arrived(NOW));
    }
}

package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.Attendance.Wanted;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static final Wanted MORNING = new Wanted(id(1), COURSE, NOW, true);
    private static final Wanted AFTERNOON = new Wanted(id(2), COURSE, NOW, true);

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

    /** Sent home in the morning, and the appointment moved to the afternoon or to another day. */
    @Test
    void never_is_for_an_appointment_that_got_its_time_after_the_patient_had_left() {
        var sentHome = new Attendance(id(11), COURSE, id(1), new Stage.Left(NOW.minusSeconds(600), NOW, false));
        var back = new Attendance(id(12), COURSE, id(1), new Stage.Arrived(NOW.plusSeconds(600)));

        assertThat(Attendance.matched(List.of(MORNING), List.of(sentHome))).isEmpty();
        assertThat(Attendance.matched(List.of(MORNING), List.of(sentHome, back)))
                .containsExactly(Map.entry(id(1), back));
    }

    @Test
    void is_for_what_was_booked_in_place_of_the_appointment_that_was_given_up() {
        var givenUp = new Wanted(id(1), COURSE, NOW, false);
        var unnamed = visit(11, COURSE, null);
        var named = visit(11, COURSE, id(1));

        assertThat(Attendance.matched(List.of(givenUp, AFTERNOON), List.of(unnamed)))
                .containsOnlyKeys(id(2));
        assertThat(Attendance.matched(List.of(givenUp, AFTERNOON), List.of(named)))
                .containsOnlyKeys(id(2));
        assertThat(Attendance.matched(List.of(givenUp), List.of(named))).containsOnlyKeys(id(1));
    }

    private static Attendance visit(int session, UUID course, @Nullable UUID appointment) {
        return new Attendance(id(session), course, appointment, new Stage.Arrived(NOW));
    }
}

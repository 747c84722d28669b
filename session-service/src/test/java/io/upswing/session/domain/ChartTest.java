package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.given;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A stream that lacks what its events are about is not read as if they had not happened. */
class ChartTest {

    @Test
    void what_happened_in_a_course_that_nobody_prescribed_is_a_fault() {
        assertThatThrownBy(() -> DeciderSpec.given(CourseFixture.consent()).chart())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nobody prescribed the course " + CourseFixture.COURSE);
    }

    @Test
    void what_happened_in_a_session_that_nobody_began_is_a_fault() {
        var dose = given(DoseKind.DEVICE, 56, 56, true);
        assertThatThrownBy(
                        () -> DeciderSpec.given(prescribed("esk-trd-us"), dose).chart())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Nobody began the session " + CourseFixture.SESSION);
    }
}

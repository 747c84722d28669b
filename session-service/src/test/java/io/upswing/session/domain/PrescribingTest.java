package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.prescribe;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrescribingTest {

    @Test
    void a_course_pins_the_whole_schedule_of_the_default_pattern() {
        var prescribed = (ProtocolPrescribed)
                given().when(prescribe("iv-racemic-series", null, null)).thenSomething();

        assertThat(prescribed.courseId()).isEqualTo(DeciderSpec.EVENT);
        assertThat(prescribed.pattern()).isEqualTo("acute-2x");
        assertThat(prescribed.schedule().phases()).hasSize(2);
        assertThat(prescribed.prescribedOn()).isEqualTo(TODAY);
    }

    @Test
    void another_pattern_is_pinned_when_named() {
        var prescribed = (ProtocolPrescribed)
                given().when(prescribe("iv-racemic-series", "acute-3x", null)).thenSomething();

        assertThat(prescribed.schedule().pattern()).isEqualTo("acute-3x");
    }

    @Test
    void a_pattern_that_the_protocol_does_not_have_is_bad_input() {
        given().when(prescribe("esk-trd-us", "acute-2x", null)).thenBadInput("pattern");
    }

    @Test
    void what_is_not_offered_is_refused() {
        given().when(prescribe("oral-sublingual", null, null)).thenRefused("protocol-not-offered");
    }

    @Test
    void only_the_patients_own_course_is_continued() {
        given().when(prescribe("esk-trd-us", null, COURSE)).thenNoSuch();
        given(prescribed("esk-trd-us"))
                .when(prescribe("esk-trd-us", null, new UUID(7, 7)))
                .thenNoSuch();
        given(prescribed("esk-trd-us"))
                .when(prescribe("esk-trd-us", null, COURSE))
                .thenSomething();
    }
}

package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"+447911123456", "+44 7911 123456", "+44-7911-(123)-456"})
    void a_number_is_known_by_its_digits(String text) {
        assertThat(MobileNumber.of(text)).contains("+447911123456");
    }

    /** As they are typed in; what is sent to them is answered from another number than the registered one. */
    @ParameterizedTest
    @ValueSource(strings = {"+4407911123456", "+44 (0)7911 123456", "+330612345678"})
    void a_number_that_is_not_written_as_its_answers_will_name_it_is_none(String text) {
        assertThat(MobileNumber.of(text)).isEmpty();
    }
}

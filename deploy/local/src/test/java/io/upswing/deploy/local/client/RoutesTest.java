package io.upswing.deploy.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {

    @Test
    void a_path_goes_to_the_service_that_owns_it() {
        assertThat(Routes.serviceOf("/courses/1/history")).isEqualTo("session-service");
        assertThat(Routes.serviceOf("/sessions?state=IN_PROGRESS")).isEqualTo("session-service");
        assertThat(Routes.serviceOf("/reminders?patientId=1")).isEqualTo("notification-service");
        assertThat(Routes.serviceOf("/due")).isEqualTo("scheduling-service");
    }

    @Test
    void what_a_patient_was_prescribed_and_measured_is_the_session_service_s() {
        assertThat(Routes.serviceOf("/patients/1/courses")).isEqualTo("session-service");
        assertThat(Routes.serviceOf("/patients/1/measures?size=1")).isEqualTo("session-service");
        assertThat(Routes.serviceOf("/patients/1/series")).isEqualTo("scheduling-service");
        assertThat(Routes.serviceOf("/patients/1")).isEqualTo("scheduling-service");
        assertThat(Routes.serviceOf("/patients?query=Muster")).isEqualTo("scheduling-service");
    }
}

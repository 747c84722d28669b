package io.upswing.session.view;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose course it is and where it takes place. {@code timeZone} null: the site has not been seen yet; {@code birthDate}
 * null: the registry has forgotten the patient.
 */
public record CoursePlace(
        UUID courseId,
        UUID patientId,
        UUID siteId,
        @Nullable String timeZone,
        @Nullable LocalDate birthDate) {}

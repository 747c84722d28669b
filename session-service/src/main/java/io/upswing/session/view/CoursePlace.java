package io.upswing.session.view;

import java.util.UUID;

/** Whose course it is and where it takes place. */
public record CoursePlace(UUID courseId, UUID patientId, UUID siteId) {}

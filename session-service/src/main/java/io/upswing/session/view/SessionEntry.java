package io.upswing.session.view;

import java.time.LocalDate;
import java.util.UUID;

/** A session in a list. */
public record SessionEntry(
        UUID sessionId, UUID courseId, UUID patientId, UUID siteId, LocalDate treatmentDate, SessionState state) {}

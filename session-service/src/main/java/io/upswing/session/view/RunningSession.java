package io.upswing.session.view;

import java.util.UUID;

/** A session that runs; {@code version} of the patient's stream: it says whether anything was recorded since. */
public record RunningSession(UUID sessionId, UUID courseId, long version) {}

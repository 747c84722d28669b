package io.upswing.session.api;

import java.util.UUID;

/** The session that was begun, or entered. */
record Begun(UUID sessionId) {}

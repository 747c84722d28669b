package io.upswing.session.api;

import java.util.UUID;

/** The course that was prescribed. */
record Prescribed(UUID courseId) {}

package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent;
import java.util.UUID;

/** An event of the patient's stream with its id. */
public record Happened(UUID id, SessionEvent event) {}

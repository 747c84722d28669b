package io.upswing.notification.domain;

import java.util.UUID;

/** A message as a provider gets it; the reminder's id is what it is known by there too. */
public record Message(UUID reminderId, String to, Text text) {}

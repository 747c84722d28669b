package io.upswing.notification.domain;

/** What a patient reads. */
public record Text(String subject, String body) {}

package io.upswing.session.events;

/**
 * Where a number comes from. {@code provenance}: L label or law, E EU-type label, T trial or cohort, P proposed clinic
 * default without authority.
 */
public record Source(String provenance, String text) {}

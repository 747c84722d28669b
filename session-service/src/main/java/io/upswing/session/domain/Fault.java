package io.upswing.session.domain;

/** What is wrong with one field of a protocol; a path with dots. */
public record Fault(String field, String message) {}

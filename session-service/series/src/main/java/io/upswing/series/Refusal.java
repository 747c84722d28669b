package io.upswing.series;

/** Why the rules do not accept a decision or a dose; {@code code} is the problem's name, {@code detail} says what would help. */
public record Refusal(String code, String detail) {}

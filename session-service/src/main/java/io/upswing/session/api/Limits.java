package io.upswing.session.api;

/** How long texts and how large numbers may be. */
final class Limits {
    static final int NAME = 200;
    static final int TEXT = 2_000;
    static final String NOT_BLANK = "(?s).*\\S.*";

    private Limits() {}
}

package io.upswing.http;

import org.jspecify.annotations.Nullable;

/** Text that PostgreSQL, Kafka and JSON can all hold. */
final class Text {
    private Text() {}

    /** What makes the text unusable; null when nothing does. */
    static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return "must not hold a NUL character";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "must be valid Unicode";
            }
        }
        return null;
    }
}

package io.upswing.links;

import java.util.Arrays;
import java.util.Optional;

/** The one thing that a link is for. */
public enum Purpose {
    CONFIRM(1),
    MOVE(2),
    CANCEL(3),
    BOOK(4),
    QUESTIONNAIRE(5),
    PREFERENCES(6),
    OFFER(7);

    /** In tokens: fixed for ever. */
    final int code;

    Purpose(int code) {
        this.code = code;
    }

    static Optional<Purpose> ofCode(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }
}

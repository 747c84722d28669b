package io.upswing.scheduling.api;

import org.jspecify.annotations.Nullable;

/** Telephone numbers: international form, with or without the marks that people set between the digits. */
final class Phone {
    static final String FORM = "\\+[1-9](?:[ ().-]*[0-9]){6,14}";
    static final String MESSAGE = "must be a number in international form such as +1 555 555 0100";

    private Phone() {}

    /** E.164: a plus and digits. */
    static @Nullable String plain(@Nullable String phone) {
        return phone == null ? null : "+" + phone.replaceAll("[^0-9]", "");
    }
}

package io.upswing.links;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages in which patients are written to. */
public enum Language {
    EN(0),
    ES(1),
    DE(2),
    FR(3);

    /** In tokens: fixed for ever. */
    final int code;

    Language(int code) {
        this.code = code;
    }

    /** That of a BCP 47 tag, English where it is none of ours. */
    public static Language of(@Nullable String tag) {
        return tag == null ? EN : find(Locale.forLanguageTag(tag)).orElse(EN);
    }

    static Optional<Language> find(Locale locale) {
        return Arrays.stream(values())
                .filter(each -> each.tag().equals(locale.getLanguage()))
                .findFirst();
    }

    static Optional<Language> ofCode(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}

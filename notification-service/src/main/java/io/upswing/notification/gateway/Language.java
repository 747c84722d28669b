package io.upswing.notification.gateway;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What patients are written to in, and how days and hours are said in it; English for whoever speaks none of them. */
enum Language {
    EN(Locale.US, DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US), "h:mm a"),
    ES(Locale.of("es"), DateTimeFormatter.ofPattern("EEEE d 'de' MMMM", Locale.of("es")), "H:mm"),
    DE(Locale.GERMANY, DateTimeFormatter.ofPattern("EEEE, d. MMMM", Locale.GERMANY), "H:mm 'Uhr'"),
    FR(Locale.FRANCE, frenchDay(), "H 'h' mm");

    private static final Map<String, Language> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Language::code, Function.identity()));

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter hour;

    Language(Locale locale, DateTimeFormatter day, String hour) {
        this.locale = locale;
        this.day = day;
        this.hour = DateTimeFormatter.ofPattern(hour, locale);
    }

    /** @param tag a language tag (BCP 47) */
    static Language of(String tag) {
        return BY_CODE.getOrDefault(Locale.forLanguageTag(tag).getLanguage(), EN);
    }

    /** As in the names of templates. */
    String code() {
        return locale.getLanguage();
    }

    String day(LocalDateTime at) {
        return day.format(at);
    }

    String hour(LocalDateTime at) {
        return hour.format(at);
    }

    /** The first of a month is "1er", every other day its number. */
    private static DateTimeFormatter frenchDay() {
        var days = LongStream.rangeClosed(1, 31)
                .boxed()
                .collect(Collectors.toMap(Function.identity(), day -> day == 1 ? "1er" : day.toString()));
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE ")
                .appendText(ChronoField.DAY_OF_MONTH, days)
                .appendPattern(" MMMM")
                .toFormatter(Locale.FRANCE);
    }
}

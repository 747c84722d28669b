package io.upswing.notification.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps from a message whatever tells those who read along what the patient is treated for, or with what. */
public final class Neutral {
    private static final Pattern TELLING = Pattern.compile(
            "ketamin|spravato|ketalar|depress|suicid|psych|mental|mood|anxi|bipolar|trauma|ptsd|behaviou?r|rehab|addict"
                    + "|infusion|injection|intraven|intramus|nasal|spray|(?-i:\\bIV\\b|\\bIM\\b)|\\bdos(e|es|ing|age)\\b|\\bmg\\b|\\bdrug"
                    + "|medic(ation|ine)|\\brems\\b|treat|therap|session|induction|maintenance|protocol|diagnos|symptom"
                    + "|phq|madrs|qids|gad-?7|c-?ssrs|cadss|ham-?d|\\bscores?\\b|questionnaire|monitor|sedat|dissocia"
                    + "|fasting|brain|neuro|\\btms\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Neutral() {}

    /** The first telling word of a text. */
    public static Optional<String> tellingWord(String text) {
        var found = TELLING.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}

package io.upswing.notification.domain;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps from a message whatever tells those who read along what the patient is treated for, or with what, in any of the
 * languages that patients are written to in: stems, without accents.
 */
public final class Neutral {
    private static final Pattern TELLING = Pattern.compile(
            String.join(
                    "|",
                    // what it is given for
                    "depres|suicid|suizid|selbstmord|psych|psiq|psico|mental|mood|stimmung|\\banimo\\b|humeur|seelisch",
                    "anxi|\\bangst|ansied|angoiss|bipola|trauma|ptsd|\\btept\\b|\\bptbs\\b|behaviou?r|verhalten|comportement",
                    "conductual|rehab|addict|adicc|\\bsucht|toxicom|diagnos|symptom|sintoma",
                    // what is given, and how
                    "ketamin|spravato|ketalar|\\bdrug|\\bdrog|arznei|medic(ation|in|acion|ament)|medik|medizin",
                    "infusi|perfusi|injection|injektion|inyecc|spritze|piqure|intraven|intramus|nasal|spray",
                    "(?-i:\\bIV\\b|\\bIM\\b)|\\bdos(e|es|ing|age|is|ier\\w*|ificacion)\\b|\\bmg\\b|\\brems\\b",
                    "treat|behandl|tratamient|traitement|therap|terap|session|sesion|sitzung|seance|induction|induktion",
                    "induccion|maintenance|mantenimiento|erhaltung|protoco|protokol",
                    // what is measured, and what is asked of the patient
                    "phq|madrs|qids|gad-?7|c-?ssrs|cadss|ham-?d|\\bscores?\\b|puntuacion|puntaje|punktzahl|punktwert",
                    "questionnaire|cuestionario|fragebogen|monitor|uberwach|surveillance|sedat|sedac|sedier|dis+oci|dissozi",
                    "fasting|nuchtern|\\bayun(o|as|ar)\\b|\\bjeun|brain|gehirn|cerebr|cerveau|neuro|\\btms\\b"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ACCENTS = Pattern.compile("[\\p{M}\\p{Cf}]");

    private Neutral() {}

    /** The first telling word of a text. */
    public static Optional<String> tellingWord(String text) {
        var bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        var found = TELLING.matcher(bare);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}

package io.upswing.session.api;

import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The nine answers of a PHQ-9 as a form sends them, as far as they were given. */
class QuestionnaireAnswers {
    static final QuestionnaireAnswers NONE = new QuestionnaireAnswers();

    @FormParam("q1")
    @Nullable
    String q1;

    @FormParam("q2")
    @Nullable
    String q2;

    @FormParam("q3")
    @Nullable
    String q3;

    @FormParam("q4")
    @Nullable
    String q4;

    @FormParam("q5")
    @Nullable
    String q5;

    @FormParam("q6")
    @Nullable
    String q6;

    @FormParam("q7")
    @Nullable
    String q7;

    @FormParam("q8")
    @Nullable
    String q8;

    @FormParam("q9")
    @Nullable
    String q9;

    /** In the order of the questions; null where there is none, or none that can be meant. */
    List<@Nullable Integer> given() {
        return Arrays.asList(
                number(q1),
                number(q2),
                number(q3),
                number(q4),
                number(q5),
                number(q6),
                number(q7),
                number(q8),
                number(q9));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("[0-3]") ? (Integer) Integer.parseInt(text) : null;
    }

    boolean complete() {
        return given().stream().allMatch(Objects::nonNull);
    }

    List<Integer> values() {
        return given().stream().map(Objects::requireNonNull).toList();
    }

    /** Whether the last question, about being better off dead and hurting oneself, was answered with more than "not at all". */
    boolean mentionHarm() {
        return values().getLast() > 0;
    }
}

package io.upswing.session.api;

import io.upswing.links.Pages;
import io.upswing.links.PatientLink;
import io.upswing.links.Words;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The pages of the PHQ-9. Whose answers speak of danger is told first of all where there is help now. */
@Singleton
class QuestionnairePages {
    private static final int ANSWERS = 4;

    private final Pages pages;

    QuestionnairePages(Pages pages) {
        this.pages = pages;
    }

    Response say(PatientLink link, String name) {
        return pages.say(200, words(link), name);
    }

    /** @param given what to show as chosen; on a form that was sent, what is missing is named */
    Response ask(int status, String token, PatientLink link, QuestionnaireAnswers given) {
        var words = words(link);
        var answers = given.given();
        var questions = IntStream.rangeClosed(1, answers.size())
                .mapToObj(number -> question(words, number, answers.get(number - 1), status != 200))
                .toList();
        return pages.page(
                status,
                words,
                "questionnaire",
                Map.of(
                        "title",
                        words.get("askTitle"),
                        "action",
                        "/questionnaires/" + token,
                        "notice",
                        status == 200 ? "" : words.get("incomplete"),
                        "questions",
                        questions));
    }

    Response thank(PatientLink link, boolean danger) {
        var words = words(link);
        return pages.page(
                200, words, "questionnaire-thanks", Map.of("title", words.get("thanksTitle"), "danger", danger));
    }

    private static Map<String, Object> question(Words words, int number, @Nullable Integer given, boolean sent) {
        return Map.of(
                "name",
                "q" + number,
                "number",
                number,
                "text",
                words.get("question" + number),
                "missing",
                sent && given == null,
                "options",
                options(words, given));
    }

    private static List<Map<String, Object>> options(Words words, @Nullable Integer given) {
        return IntStream.range(0, ANSWERS)
                .mapToObj(value -> Map.<String, Object>of(
                        "value", value, "text", words.get("answer" + value), "chosen", given != null && given == value))
                .toList();
    }

    private static Words words(PatientLink link) {
        return Words.of(QuestionnairePages.class, "questionnaire", link.language());
    }
}

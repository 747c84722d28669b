package io.upswing.session.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upswing.links.Language;
import io.upswing.links.PatientBrowser;
import io.upswing.links.PatientBrowser.Page;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.links.WordsContract;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class QuestionnaireResourceTest {
    @Inject
    Desk desk;

    @Inject
    PatientLinks links;

    @TestHTTPResource
    URI base;

    private final UUID message = UUID.randomUUID();
    private UUID patient = UUID.randomUUID();

    @BeforeEach
    void a_patient_of_a_course() {
        patient = desk.patient();
        desk.courseOf(patient, "esk-trd-us");
    }

    @Test
    void the_answers_are_the_patients_measure_of_today() {
        var page = open(Language.EN);
        assertThat(page.document().select("fieldset")).hasSize(9);
        assertThat(page.document().select("input[type=radio][checked]")).isEmpty();
        measures().body("total", equalTo(0));

        var thanks = browser().send(page, answers(1, 2, 0, 3, 1, 0, 2, 1, 0));

        assertThat(thanks.text()).contains("Your answers have been sent").doesNotContain("988");
        measures()
                .body("total", equalTo(1))
                .body("items[0].answers", contains(1, 2, 0, 3, 1, 0, 2, 1, 0))
                .body("items[0].score", equalTo(10))
                .body("items[0].on", equalTo("2026-04-01"))
                .body("items[0].safetyTask", nullValue());
    }

    @Test
    void thoughts_of_death_are_answered_with_where_there_is_help_now_and_put_before_a_clinician() {
        var thanks = browser().send(open(Language.EN), answers(0, 0, 0, 0, 0, 0, 0, 0, 1));

        assertThat(thanks.document().select("[role=alert]").text()).contains("988", "911", "112", "alone");
        assertThat(thanks.text()).contains("not watched around the clock");
        measures().body("items[0].score", equalTo(1)).body("items[0].safetyTask", notNullValue());
    }

    @Test
    void an_answer_that_is_missing_is_asked_for_and_the_others_are_kept() {
        var most = answers(1, 2, 0, 3, 1, 0, 2, 1, 0);
        most.remove("q9");
        most.put("q3", "7");

        var page = browser().send(open(Language.EN), most);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.document().select("input[checked]")).hasSize(7);
        assertThat(page.document().select("fieldset:has(.notice) legend").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("3.");
        measures().body("total", equalTo(0));
        assertThat(browser().send(page, Map.of("q3", "0", "q9", "0")).text()).contains("Your answers have been sent");
        measures().body("items[0].answers", contains(1, 2, 0, 3, 1, 0, 2, 1, 0));
    }

    @Test
    void it_is_answered_once() {
        var page = open(Language.EN);
        browser().send(page, answers(1, 1, 1, 1, 1, 1, 1, 1, 0));

        assertThat(browser().send(page, answers(3, 3, 3, 3, 3, 3, 3, 3, 3)).title())
                .isEqualTo("You have sent your answers already");
        assertThat(open(Language.EN).title()).isEqualTo("You have sent your answers already");
        measures().body("total", equalTo(1)).body("items[0].score", equalTo(8));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void it_is_asked_in_the_patients_language(Language language) {
        assertThat(open(language).document().selectFirst("html").attr("lang")).isEqualTo(language.tag());
        WordsContract.check(QuestionnairePages.class, "questionnaire");
    }

    @Test
    void forged_links_open_nothing_and_expired_ones_say_so() {
        assertThat(browser().open("/questionnaires/no-link-of-ours").status()).isEqualTo(404);
        assertThat(browser()
                        .send(
                                "/questionnaires/no-link-of-ours",
                                List.copyOf(answers(0, 0, 0, 0, 0, 0, 0, 0, 0).entrySet()))
                        .status())
                .isEqualTo(404);
        assertThat(browser()
                        .open(path(link(Purpose.CONFIRM, patient, Duration.ofDays(1))))
                        .status())
                .isEqualTo(404);
        assertThat(browser()
                        .open(path(link(Purpose.QUESTIONNAIRE, UUID.randomUUID(), Duration.ofDays(1))))
                        .status())
                .isEqualTo(404);
        assertThat(browser()
                        .open(path(link(Purpose.QUESTIONNAIRE, patient, Duration.ZERO)))
                        .status())
                .isEqualTo(410);
    }

    private Page open(Language language) {
        return browser()
                .open(path(new PatientLink(
                        message,
                        Purpose.QUESTIONNAIRE,
                        language,
                        patient,
                        patient,
                        TestClock.NOW.plus(Duration.ofDays(3)))));
    }

    private PatientLink link(Purpose purpose, UUID patientId, Duration lasts) {
        return new PatientLink(message, purpose, Language.EN, patientId, patientId, TestClock.NOW.plus(lasts));
    }

    private String path(PatientLink link) {
        return "/questionnaires/" + links.tokenOf(link);
    }

    private PatientBrowser browser() {
        return new PatientBrowser(base);
    }

    private ValidatableResponse measures() {
        return Desk.get("/patients/{patient}/measures", patient).then().statusCode(200);
    }

    private static TreeMap<String, String> answers(int... answers) {
        var fields = new TreeMap<String, String>();
        for (int i = 0; i < answers.length; i++) {
            fields.put("q" + (i + 1), Integer.toString(answers[i]));
        }
        return fields;
    }
}

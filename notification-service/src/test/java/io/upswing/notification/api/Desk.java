package io.upswing.notification.api;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.upswing.deploy.embedded.Infrastructure;
import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.deploy.embedded.Wait;
import io.upswing.notification.Neighbour;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.view.Recipients;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Staff of a clinic at their screens, and the patients' mailboxes. */
public final class Desk {
    private static final Duration SOON = Duration.ofSeconds(40);

    private Desk() {}

    static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TestTokens.token(role, Neighbour.CLINIC, role + "-1"))
                .contentType("application/json");
    }

    public static Response get(String path, Object... parameters) {
        return as("auditor").get(path, parameters);
    }

    /** The states of a patient's reminders by step. */
    public static Map<String, String> states(UUID patient) {
        List<Map<String, Object>> items =
                get("/reminders?patientId={p}&size=200", patient).path("items");
        var states = new TreeMap<String, String>();
        items.forEach(item -> states.put((String) item.get("step"), (String) item.get("state")));
        return states;
    }

    public static String reminder(UUID patient, String step) {
        return get("/reminders?patientId={p}&size=200", patient).path("items.find { it.step == '" + step + "' }.id");
    }

    static void awaitStates(UUID patient, Map<String, String> states) {
        Wait.orFail(SOON, "reminders " + states, () -> states(patient).equals(states));
    }

    /** The clinic takes text messages into its policies; false while the service has not read its log yet. */
    public static boolean useTextMessages() {
        var policies = new HashMap<String, Object>(get("/policies").as(Map.class));
        if (policies.get("channels") instanceof List<?> channels && channels.contains("SMS")) {
            return true;
        }
        policies.remove("adopted");
        policies.remove("replanning");
        policies.put("channels", List.of("EMAIL", "SMS"));
        return as("manager").body(policies).put("/policies").statusCode() == 201;
    }

    /** Until the patient is known by that address. */
    static void awaitRecipient(Recipients recipients, UUID patient, String email) {
        Wait.orFail(
                SOON,
                "the patient",
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> recipients.find(Neighbour.CLINIC, patient))
                        .filter(known -> email.equals(known.self().address(Channel.EMAIL)))
                        .isPresent());
    }

    static List<Mail> mails(String to) {
        return Infrastructure.get().mails(to);
    }

    static void awaitMails(String to, int count) {
        Wait.orFail(SOON, count + " mails to " + to, () -> mails(to).size() == count);
    }
}

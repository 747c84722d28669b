package io.upswing.session.api;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What the neighbour says of a site decides which day it is there. */
@QuarkusTest
class InboxTest {
    @Inject
    Desk desk;

    @Inject
    Neighbour neighbour;

    @Test
    void today_is_today_at_the_site() {
        var auckland = course("Pacific/Auckland"); // 2 April, 08:00
        var newYork = course("America/New_York"); // 1 April, 15:00

        administration(auckland).statusCode(201);
        administration(newYork).statusCode(400).body("violations[0].field", equalTo("on"));
    }

    private String course(String zone) {
        return Desk.post(
                        "/patients/{patient}/courses",
                        """
                {"protocolId": "esk-trd-us", "siteId": "%s", "prescriberId": "Dr. Example", "indication": "TRD"}""".formatted(neighbour.site(Desk.CLINIC, zone)),
                        neighbour.patient(Desk.CLINIC))
                .then()
                .statusCode(201)
                .extract()
                .path("courseId");
    }

    private static ValidatableResponse administration(String course) {
        return Desk.post("/courses/{course}/administrations", """
                {"on": "2026-04-02", "doseMg": 56, "complete": true}""", course).then();
    }
}

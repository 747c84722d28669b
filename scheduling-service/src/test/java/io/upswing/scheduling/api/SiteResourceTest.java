package io.upswing.scheduling.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class SiteResourceTest {
    private final ClinicFixture clinic = ClinicFixture.fresh();

    @Test
    void a_site_is_shown_with_its_hours_chairs_and_day() {
        var site = clinic.site("Pacific/Auckland", "08:00", "00:00");
        var chair = clinic.chair(site, "Window", "IN", "IV", "IN");

        clinic.as("auditor")
                .get("/sites/" + site)
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Pacific/Auckland"))
                .body("hours", hasSize(7))
                .body("certifiedRems", equalTo(false));
        clinic.as("auditor").get("/sites").then().body("items.siteId", contains(site.toString()));
        clinic.as("auditor")
                .get("/sites/" + site + "/chairs")
                .then()
                .body("items[0].chairId", equalTo(chair.toString()))
                .body("items[0].routes", contains("IN", "IV"));
        clinic.as("auditor")
                .get("/sites/" + site + "/day")
                .then()
                .statusCode(200)
                .body("chairs[0].appointments", hasSize(0));
    }

    @Test
    void chairs_stand_in_sites_that_there_are() {
        clinic.as("manager")
                .body("{\"name\":\"1\",\"routes\":[\"IN\"]}")
                .post("/sites/" + UUID.randomUUID() + "/chairs")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"A\",\"timeZone\":\"Nowhere\",\"hours\":[]}",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Paris\"}",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Paris\",\"hours\":[{\"day\":\"MONDAY\",\"opens\":\"17:00\",\"closes\":\"08:00\"}]}",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Paris\",\"hours\":[{\"day\":\"FUNDAY\",\"opens\":\"07:00\",\"closes\":\"08:00\"}]}",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Paris\",\"hours\":[{\"day\":\"MONDAY\",\"opens\":\"25:00\",\"closes\":\"26:00\"}]}",
                "{\"name\":\"A\",\"timeZone\":\"Europe/Paris\",\"hours\":[{\"day\":\"MONDAY\",\"opens\":\"08:00\",\"closes\":\"12:00\"},"
                        + "{\"day\":\"MONDAY\",\"opens\":\"11:00\",\"closes\":\"17:00\"}]}"
            })
    void what_is_no_site_is_refused(String body) {
        clinic.as("manager").body(body).post("/sites").then().statusCode(400).contentType("application/problem+json");
    }
}

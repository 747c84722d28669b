package io.upswing.scheduling.api;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.StaffFixture;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes no sense of a site's staff, closures and durations is answered with a problem, and nothing is recorded. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class SiteBadInputTest {
    private static final String SHIFT = "{'staffId':'s','name':'Noor','role':'MONITOR',"
            + "'from':'2026-03-03T08:00:00-05:00','to':'2026-03-03T16:00:00-05:00'}";
    private static final String CLOSURE = "{'from':'2026-03-03','to':'2026-03-04','reason':'repairs'}";

    @Inject
    TestClock clock;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();

    @BeforeEach
    void a_site() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'staffId':'s'         | 'staffId':' '                                       | staffId",
                "'staffId':'s',        |                                                     | staffId",
                "'name':'Noor'         | 'name':''                                           | name",
                "'role':'MONITOR'      | 'role':'NURSE'                                      | role",
                "'role':'MONITOR'      | 'role':null                                         | role",
                "2026-03-03T08:00:00-05:00 | 2026-03-03T08:00:00                             | from",
                "2026-03-03T08:00:00-05:00 | 2026-03-03T08:00:30-05:00                       | from",
                "2026-03-03T08:00:00-05:00 | 2026-03-03                                      | from",
                "2026-03-03T16:00:00-05:00 | 2026-03-03T08:00:00-05:00                       | to",
                "2026-03-03T16:00:00-05:00 | 2026-03-04T08:01:00-05:00                       | to",
                "'role':'MONITOR'      | 'role':'MONITOR','maxPatients':0                    | maxPatients",
                "'role':'MONITOR'      | 'role':'MONITOR','maxPatients':101                  | maxPatients",
                "'role':'MONITOR'      | 'role':'MONITOR','maxPatients':1.5                  | maxPatients",
                "'role':'MONITOR'      | 'role':'PRESCRIBER','maxPatients':1                 | maxPatients",
                "'role':'MONITOR'      | 'role':'MONITOR','weeklyUntil':'2026-03-02'         | weeklyUntil",
                "'role':'MONITOR'      | 'role':'MONITOR','weeklyUntil':'2028-03-04'         | weeklyUntil",
                "'role':'MONITOR'      | 'role':'MONITOR','weeklyUntil':'2026-02-30'         | weeklyUntil"
            })
    void a_shift(String good, @Nullable String bad, String field) {
        refused("shifts", SHIFT.replace(good, bad == null ? "" : bad), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'from':'2026-03-03'   | 'from':'tomorrow'                                   | from",
                "'from':'2026-03-03'   | 'from':'2026-02-30'                                 | from",
                "'from':'2026-03-03'   | 'from':'2026-03-03T09:00:00'                        | from",
                "'from':'2026-03-03'   | 'from':'2026-03-03T09:00:01Z'                       | from",
                "'from':'2026-03-03'   | 'from':null                                         | from",
                "'from':'2026-03-03'   | 'from':'1899-12-31'                                 | from",
                "'to':'2026-03-04'     | 'to':'2026-03-02'                                   | to",
                "'to':'2026-03-04'     | 'to':'2026-03-03T05:00:00Z'                         | to",
                "'to':'2026-03-04'     | 'to':'2200-01-01'                                   | to",
                "'reason':'repairs'    | 'reason':' '                                        | reason"
            })
    void a_closure(String good, String bad, String field) {
        refused("closures", CLOSURE.replace(good, bad), field);
        refused("closures?dryRun=true", CLOSURE.replace(good, bad), field);
    }

    @ParameterizedTest
    @CsvSource({"checkIn, -1", "observation, 241", "discharge, 1.5", "turnover, '\"5\"'", "dosing, 5"})
    void durations(String field, String minutes) {
        refused("durations", "{'" + field + "':" + minutes + "}", field);
    }

    @Test
    void a_question_is_not_taken_for_an_order() {
        var monitor =
                new StaffFixture(clinic, site).monitor("2026-03-03T08:00:00-05:00", "2026-03-03T16:00:00-05:00", 1);

        clinic.as("manager").delete("/shifts/" + monitor + "?dryRun=yes").then().statusCode(400);
        clinic.as("manager").delete("/shifts/" + monitor + "?from=today").then().statusCode(400);
        clinic.as("manager").delete("/closures/" + monitor).then().statusCode(404);
        clinic.as("manager").delete("/shifts/" + UUID.randomUUID()).then().statusCode(404);
        clinic.as("nurse").get("/sites/" + site + "/shifts").then().body("total", equalTo(1));
    }

    private void refused(String what, String body, String field) {
        clinic.as("manager")
                .body(body.replace('\'', '"'))
                .post("/sites/" + site + "/" + what)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }
}

package io.upswing.deploy.bench;

import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Patients with a course each, made through the public API, and sessions to be entered for them. */
record Cohort(Api api, List<UUID> courses, LocalDate firstSession) {
    private static final int AT_ONCE = 4;

    /** So many courses that each has a handful of sessions, as it has in a clinic. */
    static Cohort forSessions(Api api, int sessions, int each, LocalDate today) {
        var site = site(api);
        var prescribedOn = today.minusDays(each + 1L);
        var wanted = IntStream.range(0, Math.ceilDiv(sessions, each))
                .<Callable<UUID>>mapToObj(number -> () -> course(api, site, number, prescribedOn))
                .toList();
        return new Cohort(api, all(wanted), prescribedOn.plusDays(1));
    }

    static UUID site(Api api) {
        var hours = List.of(Map.of("day", "MONDAY", "opens", "08:00", "closes", "17:00"));
        return require(api.post("manager", "/sites", Map.of("name", "Bench", "timeZone", "UTC", "hours", hours)))
                .id("siteId");
    }

    UUID courseOf(int session) {
        return courses.get(session % courses.size());
    }

    /** Enters the session of that number: each course has one a day. */
    Answer administer(int session) {
        var on = firstSession.plusDays(session / courses.size());
        return api.post(
                "nurse",
                "/courses/" + courseOf(session) + "/administrations",
                Map.of("on", on, "doseMg", 84, "complete", true, "lot", "LOT-4711", "observationMinutes", 120));
    }

    private static UUID course(Api api, UUID site, int number, LocalDate prescribedOn) {
        var patient = require(api.post(
                        "front-desk",
                        "/patients",
                        Map.of(
                                "givenName", "Test",
                                "familyName", "Patient " + number,
                                "birthDate", "1980-05-01",
                                "timeZone", "UTC")))
                .id("patientId");
        var course = Map.of(
                "protocolId", "esk-trd-us",
                "siteId", site,
                "prescribedOn", prescribedOn,
                "prescriberId", "Dr Osei",
                "indication", "treatment-resistant depression");
        return require(api.post("prescriber", "/patients/" + patient + "/courses", course))
                .id("courseId");
    }

    private static List<UUID> all(List<Callable<UUID>> wanted) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var made = threads.invokeAll(wanted);
            var ids = new ArrayList<UUID>();
            for (Future<UUID> id : made) {
                ids.add(id.get());
            }
            return List.copyOf(ids);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The patients could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer require(Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("Refused with " + answer.status() + ": " + answer.text());
        }
        return answer;
    }
}

package io.upswing.deploy.bench;

import io.upswing.deploy.bench.History.Patient;
import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What the front desk of one site asks for patients; an answer that is not the wanted one ends the measurement. */
record Desk(Api api, UUID site) {
    private static final String ROLE = "front-desk";
    private static final int LISTED = 20;

    /** The best starts of two weeks for the next session. */
    void lookForSlots(Patient patient, LocalDate from) {
        var query = "/slots?courseId=" + patient.course() + "&siteId=" + site + "&from=" + from + "&to="
                + from.plusDays(13) + "&limit=" + LISTED;
        var answer = require(200, api.get(ROLE, query));
        if (answer.text().equals("[]")) {
            throw new IllegalStateException("Nothing is free: " + answer);
        }
    }

    void book(Patient patient, SiteCalendar.Seat seat) {
        require(
                201,
                api.post(
                        ROLE,
                        "/appointments",
                        Map.of(
                                "patientId", patient.id(),
                                "courseId", patient.course(),
                                "siteId", site,
                                "kind", "TREATMENT",
                                "start", seat.start(),
                                "chairId", seat.chair(),
                                "doseMg", SiteCalendar.DOSE_MG)));
    }

    /** All eight sessions of the induction. */
    void bookSeries(Patient patient, LocalDate from) {
        require(201, series(patient, from, "bookings"));
    }

    void proposeSeries(Patient patient, LocalDate from) {
        require(200, series(patient, from, "booking-proposals"));
    }

    private Answer series(Patient patient, LocalDate from, String what) {
        return api.post(ROLE, "/series/" + patient.course() + "/" + what, Map.of("from", from, "siteId", site));
    }

    /** What an answer of the service costs that reads nothing. */
    void askWhetherAlive() {
        require(200, api.send(api.bare("scheduling-service", "/q/health/live").GET()));
    }

    private static Answer require(int status, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("Not answered " + status + ": " + answer);
        }
        return answer;
    }
}

package io.upswing.scheduling;

import io.restassured.path.json.JsonPath;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A site in New York with one chair on Tuesday 3 March 2026, and what session-service says of its patients. */
public record DayFixture(ClinicFixture clinic, SessionTopic sessions, UUID site, UUID chair) {
    public static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final BigDecimal MG = new BigDecimal("56");

    public static DayFixture of(ClinicFixture clinic, SessionTopic sessions) {
        var site = clinic.site();
        return new DayFixture(clinic, sessions, site, clinic.chair(site, "1", "IN"));
    }

    /** A patient with a course, and the session of it. */
    public record Guest(UUID patient, UUID course, UUID session) {}

    public Guest guest() {
        var patient = clinic.patient();
        return new Guest(
                patient, clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2)), UUID.randomUUID());
    }

    public static Instant at(String time) {
        return TUESDAY.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
    }

    /** A treatment of 56 mg takes 170 minutes: the dose after 20, observation until 145. */
    public UUID treatment(Guest guest, String time) {
        return ClinicFixture.id(
                clinic.treat(guest.patient(), guest.course(), site, at(time).toString()), "appointmentId");
    }

    public void checksIn(Guest guest, String time, @Nullable UUID appointment) {
        say(guest, checkIn(guest, time, appointment));
    }

    /** And the service has not heard it yet. */
    public void checksInUnheard(Guest guest, String time, @Nullable UUID appointment) {
        sessions.say(clinic.clinic(), guest.patient(), checkIn(guest, time, appointment));
    }

    private CheckedIn checkIn(Guest guest, String time, @Nullable UUID appointment) {
        return new CheckedIn(guest.course(), guest.session(), site, TUESDAY, appointment, MG, at(time));
    }

    public void getsDose(Guest guest, String time) {
        say(
                guest,
                new DoseGiven(
                        guest.course(),
                        guest.session(),
                        site,
                        TUESDAY,
                        at(time),
                        "DEVICE",
                        MG,
                        MG,
                        true,
                        null,
                        2,
                        null));
    }

    public void leaves(Guest guest, String time) {
        say(guest, new Discharged(guest.course(), guest.session(), at(time), "RN Example", true));
    }

    public void isSentHome(Guest guest, String time) {
        say(guest, new SessionAborted(guest.course(), guest.session(), at(time), "nobody to take them home"));
    }

    public void wasTreated(Guest guest, LocalDate on) {
        say(
                guest,
                new AdministrationRecorded(
                        guest.course(), guest.session(), site, on, MG, true, null, null, null, null));
    }

    public void isVoided(Guest guest) {
        say(guest, new SessionVoided(guest.course(), guest.session(), "another patient"));
    }

    public void isCorrectedTo(Guest guest, LocalDate on) {
        say(guest, new SessionCorrected(guest.course(), guest.session(), on, null, null, null, null, "a slip"));
    }

    /** Waits until the service has heard it. */
    private void say(Guest guest, SessionEvent event) {
        var said = sessions.say(clinic.clinic(), guest.patient(), event);
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + guest.course())
                .then()
                .statusCode(200);
    }

    public JsonPath board() {
        return clinic.as("nurse")
                .get("/sites/" + site + "/day?date=" + TUESDAY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public String state(UUID appointment) {
        return board().getString("chairs[0].appointments.find { it.appointmentId == '" + appointment + "' }.state");
    }
}

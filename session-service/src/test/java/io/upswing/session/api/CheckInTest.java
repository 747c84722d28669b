package io.upswing.session.api;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check-in may name the appointment it is for: one of the patient's, whatever became of it. */
@QuarkusTest
class CheckInTest {
    @Inject
    Desk desk;

    @Inject
    Neighbour neighbour;

    private UUID patient;
    private String course;

    @BeforeEach
    void prescribe() {
        patient = desk.patient();
        course = desk.courseOf(patient, "esk-trd-us");
    }

    @Test
    void the_patients_appointment_is_kept_with_the_session() {
        var booked = neighbour.booking(patient);
        neighbour.say(Desk.CLINIC, booked);

        var session =
                checkIn(booked.appointmentId()).then().statusCode(201).extract().path("sessionId");

        Desk.get("/sessions/{session}", session)
                .then()
                .body("appointmentId", equalTo(booked.appointmentId().toString()));
    }

    @Test
    void an_appointment_of_another_patient_or_clinic_or_of_nobody_is_not_found() {
        var anothers = neighbour.booking(desk.patient());
        var elsewhere = neighbour.booking(UUID.randomUUID());
        neighbour.say(Desk.CLINIC, anothers);
        neighbour.say("another-clinic", elsewhere);

        for (var id : new UUID[] {anothers.appointmentId(), elsewhere.appointmentId(), UUID.randomUUID()}) {
            checkIn(id).then().statusCode(404).body("code", equalTo("not-found"));
        }
        Desk.get("/courses/{course}/history", course).then().body("total", equalTo(1));
    }

    @Test
    void an_appointment_that_is_on_its_way_is_waited_for() {
        var booked = neighbour.booking(patient);

        var answer = CompletableFuture.supplyAsync(() -> checkIn(booked.appointmentId()));
        neighbour.say(Desk.CLINIC, booked);

        answer.join().then().statusCode(201);
    }

    @Test
    void who_comes_to_a_cancelled_appointment_is_here_all_the_same() {
        var booked = neighbour.booking(patient);
        neighbour.say(
                Desk.CLINIC,
                booked,
                new AppointmentCancelled(booked.appointmentId(), patient, null, "PATIENT", "a cold"));

        checkIn(booked.appointmentId()).then().statusCode(201);
    }

    private Response checkIn(UUID appointmentId) {
        return Desk.post("/courses/{course}/sessions", "{\"appointmentId\": \"" + appointmentId + "\"}", course);
    }
}

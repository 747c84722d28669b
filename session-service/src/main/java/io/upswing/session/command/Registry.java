package io.upswing.session.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.upswing.session.domain.Refused;
import io.upswing.session.view.Appointments;
import io.upswing.session.view.Patient;
import io.upswing.session.view.Patients;
import io.upswing.session.view.Site;
import io.upswing.session.view.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What scheduling-service knows. What has not been seen yet may be on its way and is waited for. */
@ApplicationScoped
public class Registry {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Patients patients;
    private final Sites sites;
    private final Appointments appointments;

    Registry(Patients patients, Sites sites, Appointments appointments) {
        this.patients = patients;
        this.sites = sites;
        this.appointments = appointments;
    }

    /** As far as has been seen; nobody is waited for. */
    Optional<Patient> known(UUID patientId) {
        return patients.get(patientId);
    }

    /** @throws Refused when the clinic has no such patient */
    public Patient patient(String clinic, UUID patientId) {
        return await(() -> patients.get(patientId))
                .filter(patient -> patient.clinic().equals(clinic))
                .orElseThrow(() -> Refused.noSuch("patient"));
    }

    /** @throws Refused when the clinic has no such site */
    public Site site(String clinic, UUID siteId) {
        return await(() -> sites.get(siteId))
                .filter(site -> site.clinic().equals(clinic))
                .orElseThrow(() -> Refused.noSuch("site"));
    }

    /**
     * Whoever comes to a cancelled appointment is here all the same.
     *
     * @throws Refused when the clinic has booked no such appointment for the patient
     */
    public void requireAppointment(String clinic, UUID patientId, UUID appointmentId) {
        var booked = await(() -> appointments.get(appointmentId))
                .filter(appointment -> appointment.clinic().equals(clinic)
                        && appointment.patientId().equals(patientId));
        if (booked.isEmpty()) {
            throw Refused.noSuch("appointment");
        }
    }

    private static <T> Optional<T> await(Supplier<Optional<T>> lookup) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            // Its own transaction each time: a persistence context would remember what it has seen
            var found = QuarkusTransaction.requiringNew().call(lookup::get);
            if (found.isPresent() || System.nanoTime() > deadline) {
                return found;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}

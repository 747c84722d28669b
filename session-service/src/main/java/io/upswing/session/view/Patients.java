package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The patients that scheduling-service knows. */
@ApplicationScoped
public class Patients implements PanacheRepositoryBase<PatientRow, UUID> {

    public Optional<Patient> get(UUID patientId) {
        return findByIdOptional(patientId).map(row -> new Patient(row.patientId, row.clinic, row.birthDate));
    }

    /** Sets by key. */
    public void put(Patient patient) {
        var row = new PatientRow();
        row.patientId = patient.patientId();
        row.clinic = patient.clinic();
        row.birthDate = patient.birthDate();
        getEntityManager().merge(row);
    }

    /** The registry has forgotten this patient; what was recorded of the treatment stands. */
    public void remove(UUID patientId) {
        deleteById(patientId);
    }
}

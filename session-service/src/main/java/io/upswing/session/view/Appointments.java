package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The appointments that scheduling-service has ever booked. */
@ApplicationScoped
public class Appointments implements PanacheRepositoryBase<AppointmentRow, UUID> {

    public Optional<Appointment> get(UUID appointmentId) {
        return findByIdOptional(appointmentId)
                .map(row -> new Appointment(row.appointmentId, row.clinic, row.patientId));
    }

    /** In one statement: a calendar read from its start is long. Whose an appointment is never changes. */
    public void put(List<Appointment> booked) {
        getEntityManager()
                .createNativeQuery("""
                        insert into appointment (appointment_id, clinic, patient_id) select * from unnest(?1, ?2, ?3)
                        on conflict do nothing""")
                .setParameter(1, booked.stream().map(Appointment::appointmentId).toArray(UUID[]::new))
                .setParameter(2, booked.stream().map(Appointment::clinic).toArray(String[]::new))
                .setParameter(3, booked.stream().map(Appointment::patientId).toArray(UUID[]::new))
                .executeUpdate();
    }
}

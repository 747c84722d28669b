package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Recipient;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who patients are, as far as messages need it. */
@Singleton
public class Recipients {
    private static final String EMAIL = "EMAIL";

    /** A recipient and the clinic they belong to. */
    record OfClinic(String clinic, Recipient recipient) {}

    private final Sql sql;

    Recipients(Sql sql) {
        this.sql = sql;
    }

    /** Sets what is known of patients, except of those who were erased. */
    public void put(List<PatientRecord> patients) {
        sql.update(
                """
                insert into recipient (patient_id, clinic, given_name, family_name, time_zone, language, email,
                    email_refused)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) as given (patient_id)
                where not exists (select 1 from erased_patient e where e.patient_id = given.patient_id)
                on conflict (patient_id) do update set clinic = excluded.clinic, given_name = excluded.given_name,
                    family_name = excluded.family_name, time_zone = excluded.time_zone, language = excluded.language,
                    email = excluded.email, email_refused = excluded.email_refused
                """,
                Sql.Column.of("uuid", patients, PatientRecord::patientId),
                Sql.Column.of("text", patients, PatientRecord::clinic),
                Sql.Column.of("text", patients, PatientRecord::givenName),
                Sql.Column.of("text", patients, PatientRecord::familyName),
                Sql.Column.of(
                        "text",
                        patients,
                        patient -> ZoneId.of(patient.timeZone()).getId()),
                Sql.Column.of("text", patients, PatientRecord::language),
                Sql.Column.of("text", patients, PatientRecord::email),
                Sql.Column.of("boolean", patients, Recipients::refusesEmail));
    }

    /** Forgets who patients are, until the next record says it. */
    public void remove(Collection<UUID> patients) {
        sql.update("delete from recipient where patient_id = any(?)", Sql.Column.ids(patients));
    }

    /** Forgets who patients are, for ever. */
    public void erase(Collection<UUID> patients) {
        sql.update(
                "insert into erased_patient (patient_id) select * from unnest(?) on conflict do nothing",
                Sql.Column.ids(patients));
        remove(patients);
    }

    /** A patient of the clinic; empty when erased or not known here. */
    public Optional<Recipient> find(String clinic, UUID patientId) {
        return Optional.ofNullable(of(List.of(patientId)).get(patientId))
                .filter(found -> found.clinic().equals(clinic))
                .map(OfClinic::recipient);
    }

    /** Who of them asked to be forgotten. */
    Set<UUID> erased(Collection<UUID> patients) {
        return Set.copyOf(sql.query(
                "select patient_id from erased_patient where patient_id = any(?)",
                row -> Sql.uuid(row, "patient_id"),
                Sql.Column.ids(patients)));
    }

    Map<UUID, OfClinic> of(Collection<UUID> patients) {
        var found = new HashMap<UUID, OfClinic>();
        sql.query(
                "select * from recipient where patient_id = any(?)",
                row -> found.put(
                        Sql.uuid(row, "patient_id"),
                        new OfClinic(
                                row.getString("clinic"),
                                new Recipient(
                                        row.getString("given_name"),
                                        row.getString("family_name"),
                                        ZoneId.of(row.getString("time_zone")),
                                        row.getString("language"),
                                        row.getString("email"),
                                        row.getBoolean("email_refused")))),
                Sql.Column.ids(patients));
        return found;
    }

    /** Of several consents to one channel the latest counts. */
    private static boolean refusesEmail(PatientRecord patient) {
        return patient.consents().stream()
                .filter(consent -> consent.channel().equals(EMAIL))
                .max(Comparator.comparing(PatientRecord.Consent::at))
                .filter(consent -> !consent.granted())
                .isPresent();
    }
}

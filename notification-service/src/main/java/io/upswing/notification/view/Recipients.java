package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Patient;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Recipient;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who patients are, and who acts for them, as far as messages need it. */
@Singleton
public class Recipients {

    /** A patient and the clinic they belong to. */
    record OfClinic(String clinic, Patient patient) {}

    /** Whose patient's it is: their own, of who acts for them, or of both. */
    public record Telephone(UUID patientId, Set<Person> persons) {
        public Telephone {
            persons = Set.copyOf(persons);
        }

        /** In whose language it is answered. */
        public Person reader() {
            return persons.contains(Person.REPRESENTATIVE) ? Person.REPRESENTATIVE : Person.PATIENT;
        }
    }

    private final Sql sql;
    private final Consents consents;

    Recipients(Sql sql, Consents consents) {
        this.sql = sql;
        this.consents = consents;
    }

    /** Sets what is known of patients, except of those who were erased. */
    public void put(List<PatientRecord> patients) {
        sql.update(
                """
                insert into recipient (patient_id, clinic, given_name, family_name, time_zone, language, email, phone,
                    birth_date, preferred_channel, representative, representative_phone)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given (patient_id)
                where not exists (select 1 from erased_patient e where e.patient_id = given.patient_id)
                on conflict (patient_id) do update set clinic = excluded.clinic, given_name = excluded.given_name,
                    family_name = excluded.family_name, time_zone = excluded.time_zone, language = excluded.language,
                    email = excluded.email, phone = excluded.phone, birth_date = excluded.birth_date,
                    preferred_channel = excluded.preferred_channel, representative = excluded.representative,
                    representative_phone = excluded.representative_phone
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
                Sql.Column.of("text", patients, PatientRecord::phone),
                Sql.Column.of("date", patients, PatientRecord::birthDate),
                Sql.Column.of("text", patients, PatientRecord::preferredChannel),
                Sql.Column.of("text", patients, Representatives::written),
                Sql.Column.of("text", patients, Representatives::phone));
        consents.register(patients);
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
        consents.forget(patients);
        remove(patients);
    }

    /** The patients of the clinic who have that telephone (E.164), or for whom somebody acts who has; families share them. */
    public List<Telephone> withPhone(String clinic, String phone) {
        return sql.query("""
                select patient_id, phone = ? as own, representative_phone = ? as representatives from recipient
                where clinic = ? and (phone = ? or representative_phone = ?) order by patient_id
                """, Recipients::telephone, phone, phone, clinic, phone, phone);
    }

    private static Telephone telephone(ResultSet row) throws SQLException {
        var persons = EnumSet.noneOf(Person.class);
        if (row.getBoolean("own")) {
            persons.add(Person.PATIENT);
        }
        if (row.getBoolean("representatives")) {
            persons.add(Person.REPRESENTATIVE);
        }
        return new Telephone(Sql.uuid(row, "patient_id"), persons);
    }

    /** Whose patient it is; empty when erased or not known here. */
    public Optional<String> clinicOf(UUID patientId) {
        return sql
                .query("select clinic from recipient where patient_id = ?", row -> row.getString(1), patientId)
                .stream()
                .findFirst();
    }

    /** A patient of the clinic; empty when erased or not known here. */
    public Optional<Patient> find(String clinic, UUID patientId) {
        return Optional.ofNullable(of(List.of(patientId)).get(patientId))
                .filter(found -> found.clinic().equals(clinic))
                .map(OfClinic::patient);
    }

    /** Who of them asked to be forgotten. */
    Set<UUID> erased(Collection<UUID> patients) {
        return Set.copyOf(sql.query(
                "select patient_id from erased_patient where patient_id = any(?)",
                row -> Sql.uuid(row, "patient_id"),
                Sql.Column.ids(patients)));
    }

    Map<UUID, OfClinic> of(Collection<UUID> patients) {
        var wishes = consents.of(patients);
        var found = new HashMap<UUID, OfClinic>();
        sql.query(
                "select * from recipient where patient_id = any(?)",
                row -> {
                    var id = Sql.uuid(row, "patient_id");
                    return found.put(id, new OfClinic(row.getString("clinic"), read(row, id, wishes)));
                },
                Sql.Column.ids(patients));
        return found;
    }

    private static Patient read(ResultSet row, UUID id, Wishes wishes) throws SQLException {
        var self = self(row, wishes.consents(id, Person.PATIENT), wishes.preferred(id, Person.PATIENT));
        var written = row.getString("representative");
        if (written == null) {
            return Patient.alone(self);
        }
        var representative = Representatives.read(written);
        return new Patient(
                self,
                Representatives.recipient(
                        representative,
                        self,
                        wishes.consents(id, Person.REPRESENTATIVE),
                        wishes.preferred(id, Person.REPRESENTATIVE)),
                representative.toldInstead());
    }

    private static Recipient self(ResultSet row, Map<Channel, Consent> consents, @Nullable Channel preferred)
            throws SQLException {
        var registered = row.getString("preferred_channel");
        return new Recipient(
                row.getString("given_name"),
                row.getString("family_name"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("language"),
                row.getObject("birth_date", LocalDate.class),
                addresses(row.getString("email"), row.getString("phone")),
                consents,
                preferred == null && registered != null ? Channel.valueOf(registered) : preferred);
    }

    static Map<Channel, String> addresses(@Nullable String email, @Nullable String phone) {
        var addresses = new EnumMap<Channel, String>(Channel.class);
        if (email != null) {
            addresses.put(Channel.EMAIL, email);
        }
        if (phone != null) {
            addresses.put(Channel.SMS, phone);
        }
        return addresses;
    }
}

package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Recipient;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who patients are, as far as messages need it. */
@Singleton
public class Recipients {

    /** A recipient and the clinic they belong to. */
    record OfClinic(String clinic, Recipient recipient) {}

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
                    birth_date, preferred_channel)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given (patient_id)
                where not exists (select 1 from erased_patient e where e.patient_id = given.patient_id)
                on conflict (patient_id) do update set clinic = excluded.clinic, given_name = excluded.given_name,
                    family_name = excluded.family_name, time_zone = excluded.time_zone, language = excluded.language,
                    email = excluded.email, phone = excluded.phone, birth_date = excluded.birth_date,
                    preferred_channel = excluded.preferred_channel
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
                Sql.Column.of("text", patients, PatientRecord::preferredChannel));
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

    /** The patients of the clinic who have that telephone (E.164); families share them. */
    public List<UUID> withPhone(String clinic, String phone) {
        return sql.query(
                "select patient_id from recipient where clinic = ? and phone = ? order by patient_id",
                row -> Sql.uuid(row, "patient_id"),
                clinic,
                phone);
    }

    /** Whose patient it is; empty when erased or not known here. */
    public Optional<String> clinicOf(UUID patientId) {
        return sql
                .query("select clinic from recipient where patient_id = ?", row -> row.getString(1), patientId)
                .stream()
                .findFirst();
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
        var said = consents.of(patients);
        var preferred = consents.preferred(patients);
        var found = new HashMap<UUID, OfClinic>();
        sql.query(
                "select * from recipient where patient_id = any(?)",
                row -> {
                    var id = Sql.uuid(row, "patient_id");
                    var recipient = read(row, said.getOrDefault(id, Map.of()), preferred.get(id));
                    return found.put(id, new OfClinic(row.getString("clinic"), recipient));
                },
                Sql.Column.ids(patients));
        return found;
    }

    private static Recipient read(ResultSet row, Map<Channel, Consent> consents, @Nullable Channel preferred)
            throws SQLException {
        var addresses = new EnumMap<Channel, String>(Channel.class);
        put(addresses, Channel.EMAIL, row.getString("email"));
        put(addresses, Channel.SMS, row.getString("phone"));
        var registered = row.getString("preferred_channel");
        return new Recipient(
                row.getString("given_name"),
                row.getString("family_name"),
                ZoneId.of(row.getString("time_zone")),
                row.getString("language"),
                row.getObject("birth_date", LocalDate.class),
                addresses,
                consents,
                preferred == null && registered != null ? Channel.valueOf(registered) : preferred);
    }

    private static void put(Map<Channel, String> addresses, Channel channel, @Nullable String address) {
        if (address != null) {
            addresses.put(channel, address);
        }
    }
}

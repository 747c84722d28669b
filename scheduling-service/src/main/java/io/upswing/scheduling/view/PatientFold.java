package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.eventlog.StateChange;
import io.upswing.eventlog.StateRecord;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfHold;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfWaitlist;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From the compacted topic {@code patients} to the registry's rows; an erasure outlives every record of its patient. */
@Singleton
class PatientFold {
    static final String TOPIC = "patients";

    private final StateCodec<PatientRecord> codec = StateCodec.patients();
    private final Sql sql;
    private final StatePublisher publisher;

    PatientFold(Sql sql, StatePublisher publisher) {
        this.sql = sql;
        this.publisher = publisher;
    }

    /** The patients who were erased. */
    Set<UUID> apply(List<Recorded<SchedulingEvent>> events) {
        var gone = new HashSet<UUID>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case PatientErased erased -> {
                    sql.update(
                            "insert into erased_patient values (?, ?) on conflict do nothing",
                            erased.patientId(),
                            recorded.clinic());
                    gone.add(erased.patientId());
                }
                case PatientRegistered _,
                        PatientChanged _,
                        OfAppointment _,
                        OfSeveral _,
                        OfHold _,
                        OfWaitlist _,
                        OfSite _ -> {}
            }
        }
        return gone;
    }

    void applyStates(List<StateRecord> states) {
        var gone = states.stream()
                .filter(state -> state.value() == null)
                .map(StateRecord::key)
                .toList();
        var patients = states.stream()
                .map(StateRecord::value)
                .filter(Objects::nonNull)
                .map(codec::decode)
                .toList();
        if (!gone.isEmpty()) {
            sql.update("delete from patient where patient_id = any(?)", Column.ids(gone));
        }
        if (!patients.isEmpty()) {
            save(patients);
        }
    }

    /** Removes for good the records of erased patients that turned up again. */
    void removeErased() {
        publisher.publish(
                sql.query("""
                        delete from patient p using erased_patient e where p.patient_id = e.patient_id
                        returning p.patient_id, p.clinic
                        """, row -> new StateChange(TOPIC, row.getObject(1, UUID.class), row.getString(2), null)));
    }

    private void save(List<PatientRecord> patients) {
        sql.update(
                """
                insert into patient (patient_id, clinic, given_name, family_name, birth_date, time_zone, language, email,
                    phone, consents, preferred_channel, representative, search)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as p (patient_id, clinic, given_name,
                    family_name, birth_date, time_zone, language, email, phone, consents, preferred_channel,
                    representative, search)
                where not exists (select 1 from erased_patient e where e.patient_id = p.patient_id)
                on conflict (patient_id) do update set given_name = excluded.given_name,
                    family_name = excluded.family_name, birth_date = excluded.birth_date,
                    time_zone = excluded.time_zone, language = excluded.language, email = excluded.email,
                    phone = excluded.phone, consents = excluded.consents,
                    preferred_channel = excluded.preferred_channel, representative = excluded.representative,
                    search = excluded.search
                """,
                Column.of("uuid", patients, PatientRecord::patientId),
                Column.of("text", patients, PatientRecord::clinic),
                Column.of("text", patients, PatientRecord::givenName),
                Column.of("text", patients, PatientRecord::familyName),
                Column.of("date", patients, PatientRecord::birthDate),
                Column.of("text", patients, PatientRecord::timeZone),
                Column.of("text", patients, PatientRecord::language),
                Column.of("text", patients, PatientRecord::email),
                Column.of("text", patients, PatientRecord::phone),
                Column.of("text", patients, patient -> ViewJson.write(patient.consents())),
                Column.of("text", patients, PatientRecord::preferredChannel),
                Column.of("text", patients, PatientFold::representative),
                Column.of("text", patients, PatientFold::search));
    }

    private static @Nullable String representative(PatientRecord patient) {
        return patient.representative() == null ? null : ViewJson.write(patient.representative());
    }

    private static String search(PatientRecord patient) {
        return (patient.givenName() + " " + patient.familyName() + " " + patient.givenName()).toLowerCase(Locale.ROOT);
    }
}

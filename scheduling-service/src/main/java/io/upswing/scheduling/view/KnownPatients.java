package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.series.PatientFacts;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The facts of patients, a row each: none for a patient of whom there are none. */
@Singleton
class KnownPatients {
    private static final String ALL = "select patient_id, clinic, facts from patient_facts where patient_id = any(?)";

    private final Sql sql;

    KnownPatients(Sql sql) {
        this.sql = sql;
    }

    Map<UUID, PatientFacts> facts(Collection<UUID> ids) {
        return sql.query(ALL, KnownPatients::patient, Column.ids(ids)).stream()
                .collect(Collectors.toMap(KnownPatient::id, KnownPatient::facts));
    }

    /** Locked until the transaction ends; always in the same order, and before their courses. */
    List<KnownPatient> lock(Collection<UUID> ids) {
        return sql.query(ALL + " order by patient_id for update", KnownPatients::patient, Column.ids(ids));
    }

    void save(Collection<KnownPatient> patients) {
        sql.update(
                """
                insert into patient_facts (patient_id, clinic, facts) select * from unnest(?, ?, ?)
                on conflict (patient_id) do update set facts = excluded.facts
                """,
                Column.of("uuid", patients, KnownPatient::id),
                Column.of("text", patients, KnownPatient::clinic),
                Column.of("text", patients, patient -> ViewJson.write(patient.facts())));
    }

    private static KnownPatient patient(ResultSet row) throws SQLException {
        return new KnownPatient(
                row.getObject(1, UUID.class), row.getString(2), ViewJson.read(row.getString(3), PatientFacts.class));
    }
}

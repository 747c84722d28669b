package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Whose the holds and the offers are; whether they stand, only their patient's history says. */
@Singleton
public class Holds {
    private final Sql sql;

    Holds(Sql sql) {
        this.sql = sql;
    }

    public Optional<UUID> patientOf(String clinic, UUID holdId) {
        return sql
                .query(
                        "select patient_id from hold where hold_id = ? and clinic = ?",
                        row -> Sql.uuid(row, "patient_id"),
                        holdId,
                        clinic)
                .stream()
                .findFirst();
    }
}

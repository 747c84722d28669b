package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** One row a patient: held while their plan is made, and stale while it is to be made anew. All take rows in one order. */
@Singleton
class PlannedPatients {
    private final Sql sql;

    PlannedPatients(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps everybody else from planning for these patients until the transaction ends. In one pass: whoever took those that
     * are there first, and then the new ones, would keep no order. A row that is there is locked, and not written.
     */
    void lock(Collection<UUID> patients) {
        sql.update("""
                insert into planned_patient (patient_id) select * from unnest(?) order by 1
                on conflict (patient_id) do update set stale = excluded.stale where false
                """, Sql.Column.ids(new TreeSet<>(patients)));
    }

    /** Those of them whose plans are not left to be made later. */
    List<UUID> upToDate(Collection<UUID> patients) {
        return sql.query(
                "select patient_id from planned_patient where patient_id = any(?) and not stale",
                row -> Sql.uuid(row, "patient_id"),
                Sql.Column.ids(patients));
    }

    /** Locks them, and leaves their plans to be made later. */
    void leave(Collection<UUID> patients) {
        sql.update("""
                insert into planned_patient (patient_id, stale) select *, true from unnest(?) order by 1
                on conflict (patient_id) do update set stale = true
                """, Sql.Column.ids(new TreeSet<>(patients)));
    }

    /** In their order. */
    List<UUID> stale() {
        return sql.query(
                "select patient_id from planned_patient where stale order by patient_id",
                row -> Sql.uuid(row, "patient_id"));
    }

    /** Takes on those of them whose plans are still to be made and are not being made by somebody else. */
    List<UUID> take(Collection<UUID> patients) {
        return sql.query("""
                select patient_id from planned_patient where patient_id = any(?) and stale
                order by patient_id for update skip locked
                """, row -> Sql.uuid(row, "patient_id"), Sql.Column.ids(patients));
    }

    /** Their plans are made, in the transaction that took them on. */
    void done(Collection<UUID> patients) {
        sql.update("update planned_patient set stale = false where patient_id = any(?)", Sql.Column.ids(patients));
    }
}

package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plans of a clinic's patients anew after it adopted other policies: a part at a time, by any replica, from where
 * the last part ended. Nothing is sent by what a plan said before: the plan is looked at once more before each start.
 */
@Singleton
public class Replanning {

    /** How many patients' plans follow the policies of that version, and of how many. */
    public record Progress(long version, long done, long total, boolean finished) {}

    private record Run(String clinic, @Nullable UUID last) {}

    private static final String PATIENTS = """
            select patient_id from (
                (select distinct patient_id from slot where clinic = ? and patient_id > ?
                    order by patient_id limit ?)
                union (select distinct patient_id from course_due where clinic = ? and patient_id > ?
                    order by patient_id limit ?)
                union (select distinct patient_id from dispatch where clinic = ? and patient_id > ?
                    order by patient_id limit ?)
            ) patient order by patient_id limit ?
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final Sql sql;
    private final Plans plans;

    Replanning(Sql sql, Plans plans) {
        this.sql = sql;
        this.plans = plans;
    }

    /** What was being done for older policies begins anew. */
    void start(String clinic, long version) {
        sql.update("""
                insert into replanning (clinic, version, done, finished) values (?, ?, 0, false)
                on conflict (clinic) do update set version = excluded.version, last_patient = null, done = 0,
                    finished = false
                """, clinic, version);
    }

    /** Does the next part of some clinic's, if nobody else is at it; false when there is nothing to do. */
    @Transactional
    public boolean next(int patients) {
        var run = take();
        if (run.isEmpty()) {
            return false;
        }
        var clinic = run.get().clinic();
        var part = patients(clinic, run.get().last(), patients);
        plans.replan(part);
        sql.update("""
                update replanning set last_patient = coalesce(?, last_patient), done = done + ?, finished = ?
                where clinic = ?
                """, part.isEmpty() ? null : part.getLast(), (long) part.size(), part.size() < patients, clinic);
        return true;
    }

    private Optional<Run> take() {
        return sql
                .query("""
                        select clinic, last_patient from replanning where not finished
                        order by clinic limit 1 for update skip locked
                        """, row -> new Run(row.getString("clinic"), row.getObject("last_patient", UUID.class)))
                .stream()
                .findFirst();
    }

    private List<UUID> patients(String clinic, @Nullable UUID last, int limit) {
        var after = last == null ? FIRST : last;
        return sql.query(
                PATIENTS,
                row -> Sql.uuid(row, "patient_id"),
                clinic,
                after,
                limit,
                clinic,
                after,
                limit,
                clinic,
                after,
                limit,
                limit);
    }

    /** Empty when the clinic never adopted any policies. */
    public Optional<Progress> progress(String clinic) {
        return sql
                .query(
                        """
                        select r.version, r.done, r.finished, (
                            select count(*) from (select patient_id from slot where clinic = r.clinic
                                union select patient_id from course_due where clinic = r.clinic
                                union select patient_id from dispatch where clinic = r.clinic) patient)
                        from replanning r where r.clinic = ?
                        """,
                        row -> new Progress(row.getLong(1), row.getLong(2), row.getLong(4), row.getBoolean(3)),
                        clinic)
                .stream()
                .findFirst();
    }
}

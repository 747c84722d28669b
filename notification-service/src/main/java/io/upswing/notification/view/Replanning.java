package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Marks the plans of a clinic's patients as stale after it adopted other policies: a part at a time, by any replica, from
 * where the last part ended.
 */
@Singleton
public class Replanning {

    /**
     * How many patients' plans follow the policies of that version, and of how many. One that news made stale does not,
     * until it is made anew.
     */
    public record Progress(long version, long done, long total, boolean finished) {}

    private record Run(String clinic, @Nullable UUID last) {}

    private static final String NEXT = """
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

    /** They are held until the part is marked. */
    private static final int PATIENTS = 2_000;

    private final Sql sql;
    private final PlannedPatients planned;

    Replanning(Sql sql, PlannedPatients planned) {
        this.sql = sql;
        this.planned = planned;
    }

    /** What was being done for older policies begins anew. */
    void start(String clinic, long version) {
        sql.update("""
                insert into replanning (clinic, version, finished) values (?, ?, false)
                on conflict (clinic) do update set version = excluded.version, last_patient = null, finished = false
                """, clinic, version);
    }

    /** Does the next part of some clinic's, if nobody else is at it; false when there is nothing to do. */
    @Transactional
    public boolean next() {
        var run = take();
        run.ifPresent(this::markPart);
        return run.isPresent();
    }

    private void markPart(Run run) {
        var part = patients(run.clinic(), run.last());
        planned.leave(part);
        sql.update(
                "update replanning set last_patient = coalesce(?, last_patient), finished = ? where clinic = ?",
                part.isEmpty() ? null : part.getLast(),
                part.size() < PATIENTS,
                run.clinic());
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

    private List<UUID> patients(String clinic, @Nullable UUID last) {
        var after = last == null ? FIRST : last;
        return sql.query(
                NEXT,
                row -> Sql.uuid(row, "patient_id"),
                clinic,
                after,
                PATIENTS,
                clinic,
                after,
                PATIENTS,
                clinic,
                after,
                PATIENTS,
                PATIENTS);
    }

    /** Empty when the clinic never adopted any policies. */
    public Optional<Progress> progress(String clinic) {
        return sql
                .query(
                        """
                        select r.version, r.finished, count(patient_id), count(patient_id) filter (where stale
                            or not r.finished and (r.last_patient is null or patient_id > r.last_patient))
                        from replanning r left join (
                            select patient_id from slot where clinic = ?
                                union select patient_id from course_due where clinic = ?
                                union select patient_id from dispatch where clinic = ?) patient on true
                            left join planned_patient using (patient_id)
                        where r.clinic = ? group by r.clinic
                        """,
                        row -> progress(row.getLong(1), row.getBoolean(2), row.getLong(3), row.getLong(4)),
                        clinic,
                        clinic,
                        clinic,
                        clinic)
                .stream()
                .findFirst();
    }

    private static Progress progress(long version, boolean marked, long total, long stale) {
        return new Progress(version, total - stale, total, marked && stale == 0);
    }
}

package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Known;
import io.upswing.notification.domain.Matter;
import io.upswing.notification.domain.Plan;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Reminder;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes patients' plans anew, in the transaction that learned of what they rest on. */
@Singleton
public class Plans {
    private final Sql sql;
    private final InstantSource clock;
    private final KnownPatients patients;
    private final Dispatches dispatches;
    private final ClinicPolicies policies;
    private final ReminderRows rows;

    Plans(
            Sql sql,
            InstantSource clock,
            KnownPatients patients,
            Dispatches dispatches,
            ClinicPolicies policies,
            ReminderRows rows) {
        this.sql = sql;
        this.clock = clock;
        this.patients = patients;
        this.dispatches = dispatches;
        this.policies = policies;
        this.rows = rows;
    }

    /** A reminder as it is planned now, and what it is about; the matter is empty when only the log knows of it. */
    public record Current(
            Reminder reminder, Optional<Matter> matter, Optional<Recipient> recipient, Policies policies) {}

    /**
     * Keeps everybody else from planning for these patients until the transaction ends. To be taken before anything is
     * appended for them, so that planner and dispatcher take their locks in one order.
     */
    public void lock(Collection<UUID> concerned) {
        var sorted = new TreeSet<>(concerned);
        sql.update(
                "insert into planned_patient select * from unnest(?) order by 1 on conflict do nothing",
                Sql.Column.ids(sorted));
        sql.query(
                "select 1 from planned_patient where patient_id = any(?) order by patient_id for update",
                row -> true,
                Sql.Column.ids(sorted));
    }

    /** Derives the plans of these patients: all inputs are loaded once, and only rows that changed are written. */
    public void replan(Collection<UUID> concerned) {
        if (!concerned.isEmpty()) {
            lock(concerned);
            current(concerned, clock.instant());
        }
    }

    /** The plans of these patients, who are locked, made this moment. */
    public Made current(Collection<UUID> concerned, Instant now) {
        var known = patients.of(Set.copyOf(concerned));
        var adopted = policies.adopted(known.stream().map(Known::clinic).collect(Collectors.toSet()));
        var plans = new HashMap<UUID, OfPatient>();
        for (var each : known) {
            var policy = adopted.getOrDefault(each.clinic(), Policies.DEFAULTS);
            plans.put(each.patientId(), new OfPatient(each, policy, Plan.of(each, policy, now)));
        }
        save(plans.values().stream().flatMap(plan -> plan.reminders().stream()).toList(), rows.of(concerned));
        return new Made(plans, now);
    }

    private record OfPatient(Known known, Policies policies, List<Reminder> reminders) {}

    /** Plans as they are at one moment. */
    public static final class Made {
        public static final Made NONE = new Made(Map.of(), Instant.EPOCH);

        private final Map<UUID, OfPatient> plans;
        private final Instant at;

        private Made(Map<UUID, OfPatient> plans, Instant at) {
            this.plans = plans;
            this.at = at;
        }

        /** Empty when the reminder is not in the patient's plan any more. */
        public Optional<Current> reminder(UUID patientId, UUID reminderId) {
            var plan = plans.get(patientId);
            return plan == null
                    ? Optional.empty()
                    : plan.reminders().stream()
                            .filter(reminder -> reminder.id().equals(reminderId))
                            .findFirst()
                            .map(reminder -> Plans.current(plan.known(), reminder, plan.policies(), at));
        }
    }

    /**
     * What the policies would make of what is known of the patient now, in the order in which it would go; nothing changes.
     *
     * @param tried null: the policies that the clinic has
     * @return empty when the clinic has no such patient
     */
    @Transactional
    public Optional<List<Current>> preview(String clinic, UUID patientId, @Nullable Policies tried, Instant now) {
        var policy = tried == null ? policies.of(clinic) : tried;
        return patients.of(Set.of(patientId)).stream()
                .filter(known -> known.clinic().equals(clinic))
                .findFirst()
                .map(known -> Plan.of(known, policy, now).stream()
                        .sorted(Comparator.comparing(Reminder::sendAt))
                        .map(reminder -> current(known, reminder, policy, now))
                        .toList());
    }

    private static Current current(Known known, Reminder reminder, Policies policies, Instant now) {
        var matter = Plan.matterOf(known, reminder.about());
        var recipient = known.told(reminder.dueAt(), now);
        return new Current(reminder, matter, Optional.ofNullable(recipient), policies);
    }

    /** Takes on what is due by a channel, earliest first. */
    @Transactional
    public List<Claim> claim(Channel channel, Instant now, Instant until, int limit) {
        return rows.claim(channel, now, until, limit);
    }

    /** Gives back what is not to be sent now. */
    @Transactional
    public void release(Claim claim) {
        rows.release(claim.reminderId());
    }

    /** What expired without the log knowing of it yet. */
    @Transactional
    public List<Claim> expired(int limit) {
        return rows.expired(limit);
    }

    /** What was held back when it was due without the log knowing of it yet. */
    @Transactional
    public List<Claim> suppressed(Instant now, int limit) {
        return rows.suppressed(now, limit);
    }

    /** What was started by then and has no outcome. */
    @Transactional
    public List<Claim> startedBefore(Instant then, int limit) {
        return dispatches.startedBefore(then, limit);
    }

    private void save(List<Reminder> planned, List<Reminder> before) {
        var old = before.stream().collect(Collectors.toMap(Reminder::id, Function.identity()));
        var changed = planned.stream()
                .filter(reminder -> !reminder.equals(old.remove(reminder.id())))
                .toList();
        if (!changed.isEmpty()) {
            rows.save(changed);
        }
        if (!old.isEmpty()) {
            rows.remove(old.keySet());
        }
    }
}

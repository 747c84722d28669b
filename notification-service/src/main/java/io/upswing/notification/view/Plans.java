package io.upswing.notification.view;

import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Known;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Reminder;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes patients' plans anew: in the transaction that learned of what they rest on, or later if it learned of many. */
@Singleton
public class Plans {
    /** More than are recorded together, and less than a poll brings. */
    private static final int FEW = 100;

    private final InstantSource clock;
    private final PlannedPatients planned;
    private final TransactionSynchronizationRegistry transaction;
    private final KnownPatients patients;
    private final Sites sites;
    private final ClinicPolicies policies;
    private final ReminderRows rows;

    Plans(
            InstantSource clock,
            PlannedPatients planned,
            TransactionSynchronizationRegistry transaction,
            KnownPatients patients,
            Sites sites,
            ClinicPolicies policies,
            ReminderRows rows) {
        this.clock = clock;
        this.planned = planned;
        this.transaction = transaction;
        this.patients = patients;
        this.sites = sites;
        this.policies = policies;
        this.rows = rows;
    }

    /**
     * Keeps everybody else from planning for these patients until the transaction ends. To be taken before anything is
     * appended for them, so that planner and dispatcher take their locks in one order.
     */
    public void lock(Collection<UUID> concerned) {
        planned.lock(concerned);
    }

    /**
     * Makes the plans of these patients, who stay locked: all inputs are loaded once, and only rows that changed are
     * written. So many as come at once only when a lot is read back are marked as stale, and planned when all is read; and
     * who is stale already stays so: should no plan of theirs be possible, what is heard of them is kept all the same.
     */
    public void replan(Collection<UUID> concerned) {
        if (concerned.size() > FEW) {
            planned.leave(concerned);
        } else if (!concerned.isEmpty()) {
            planned.lock(concerned);
            var upToDate = planned.upToDate(concerned);
            if (!upToDate.isEmpty()) {
                make(upToDate, clock.instant());
            }
        }
    }

    /** The patients whose plans are to be made anew. */
    @Transactional
    public List<UUID> stale() {
        return planned.stale();
    }

    /** Makes the plans of those of them that are still stale, and left to nobody else. */
    @Transactional
    public void renew(Collection<UUID> stale) {
        var taken = planned.take(stale);
        if (!taken.isEmpty()) {
            make(taken, clock.instant());
            planned.done(taken);
        }
    }

    /**
     * As {@link #replan}, where nothing changed but what the log says of these reminders: what this transaction has loaded
     * of patients whom it holds is not loaded again.
     */
    void follow(List<Dispatch> changed) {
        var byPatient = changed.stream().collect(Collectors.groupingBy(Dispatch::patientId));
        var held = (MadePlans) transaction.getResource(MadePlans.class);
        if (held == null || !held.have(byPatient.keySet())) {
            replan(byPatient.keySet());
        } else {
            var after = held.after(byPatient, clock.instant());
            save(after.all(), held.of(byPatient.keySet()));
        }
    }

    /** The plans of these patients, who are locked, made this moment and written; {@link #follow} finds them again. */
    public MadePlans make(Collection<UUID> concerned, Instant now) {
        var known = patients.of(Set.copyOf(concerned));
        var adopted = policies.adopted(known.stream().map(Known::clinic).collect(Collectors.toSet()));
        var plans = known.stream()
                .map(each -> MadePlans.OfPatient.of(each, adopted.getOrDefault(each.clinic(), Policies.DEFAULTS), now))
                .toList();
        var made = new MadePlans(plans, now, sites);
        save(made.all(), rows.of(concerned));
        transaction.putResource(MadePlans.class, made);
        return made;
    }

    /**
     * What the policies would make of what is known of the patient now, in the order in which it would go; nothing changes.
     *
     * @param tried null: the policies that the clinic has
     * @return empty when the clinic has no such patient
     */
    @Transactional
    public Optional<List<MadePlans.Current>> preview(
            String clinic, UUID patientId, @Nullable Policies tried, Instant now) {
        var policy = tried == null ? policies.of(clinic) : tried;
        return patients.of(Set.of(patientId)).stream()
                .filter(known -> known.clinic().equals(clinic))
                .findFirst()
                .map(known -> new MadePlans(List.of(MadePlans.OfPatient.of(known, policy, now)), now, sites))
                .map(made -> made.reminders()
                        .sorted(Comparator.comparing(
                                current -> current.reminder().sendAt()))
                        .toList());
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

package io.upswing.notification.view;

import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Known;
import io.upswing.notification.domain.Matter;
import io.upswing.notification.domain.Plan;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Reminder;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans as they are at one moment, with what they rest on. For one thread. */
public final class MadePlans {
    private final Map<UUID, OfPatient> plans;
    private final Instant at;
    private final Sites sites;
    private @Nullable Map<UUID, String> names;

    MadePlans(List<OfPatient> plans, Instant at, Sites sites) {
        this.plans =
                plans.stream().collect(Collectors.toMap(plan -> plan.known().patientId(), Function.identity()));
        this.at = at;
        this.sites = sites;
    }

    /** The plan of one patient. */
    record OfPatient(Known known, Policies policies, List<Reminder> reminders) {
        static OfPatient of(Known known, Policies policies, Instant now) {
            return new OfPatient(known, policies, Plan.of(known, policies, now));
        }

        OfPatient after(List<Dispatch> changed, Instant now) {
            return of(known.with(changed), policies, now);
        }
    }

    /**
     * A reminder as it is planned now, and what it is about. The matter is empty when only the log knows of it, the
     * site's name when it is about none or one that is not known yet, the recipient when there is nobody to write to.
     */
    public record Current(
            Reminder reminder,
            Optional<Matter> matter,
            Optional<String> site,
            Optional<Recipient> recipient,
            Policies policies) {}

    /** Empty when the reminder is not in the patient's plan any more. */
    public Optional<Current> reminder(UUID patientId, UUID reminderId) {
        return Optional.ofNullable(plans.get(patientId))
                .flatMap(plan -> plan.reminders().stream()
                        .filter(reminder -> reminder.id().equals(reminderId))
                        .findFirst()
                        .map(reminder -> current(plan, reminder)));
    }

    /** All of all patients. */
    Stream<Current> reminders() {
        return plans.values().stream()
                .flatMap(plan -> plan.reminders().stream().map(reminder -> current(plan, reminder)));
    }

    boolean have(Collection<UUID> patients) {
        return plans.keySet().containsAll(patients);
    }

    List<Reminder> all() {
        return of(plans.keySet());
    }

    List<Reminder> of(Collection<UUID> patients) {
        return patients.stream()
                .flatMap(patient -> Stream.ofNullable(plans.get(patient)))
                .flatMap(plan -> plan.reminders().stream())
                .toList();
    }

    /** The plans of these patients after the log said more of their reminders. */
    MadePlans after(Map<UUID, List<Dispatch>> changed, Instant now) {
        var after = plans.values().stream()
                .flatMap(plan -> Stream.ofNullable(changed.get(plan.known().patientId()))
                        .map(dispatches -> plan.after(dispatches, now)))
                .toList();
        return new MadePlans(after, now, sites);
    }

    private Current current(OfPatient plan, Reminder reminder) {
        var matter = Plan.matterOf(plan.known(), reminder.about());
        return new Current(
                reminder,
                matter,
                matter.flatMap(this::site),
                Optional.ofNullable(plan.known().told(reminder.dueAt(), at)),
                plan.policies());
    }

    private Optional<String> site(Matter matter) {
        return matter instanceof Matter.AtSite visit
                ? Optional.ofNullable(names().get(visit.siteId()))
                : Optional.empty();
    }

    /** Those of all plans are looked up at once, when the first is asked for. */
    private Map<UUID, String> names() {
        var known = names;
        if (known == null) {
            known = sites.names(plans.values().stream()
                    .flatMap(plan -> plan.known().matters().stream())
                    .flatMap(matter -> matter instanceof Matter.AtSite visit ? Stream.of(visit.siteId()) : Stream.of())
                    .collect(Collectors.toSet()));
            names = known;
        }
        return known;
    }
}

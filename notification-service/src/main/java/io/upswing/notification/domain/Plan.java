package io.upswing.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patient's reminders: what the policies ask for now, except that what the log says was started stays as it was. A pure
 * function, made again whenever something changes: what is no longer asked for is then simply not there any more.
 */
public final class Plan {

    /** A step with its hour, and what the log has of it. */
    private record Due(
            UUID id,
            About about,
            Step step,
            Instant at,
            @Nullable Dispatch dispatch) {}

    private record Verdict(Reminder.State state, String why, Instant sendAt) {}

    private final Known known;
    private final Policies policies;
    private final Instant now;
    private final Map<String, List<Dispatch>> logged;
    private final ToldTimes toldTimes;
    private final List<Reminder> reminders = new ArrayList<>();

    private Plan(Known known, Policies policies, Instant now) {
        this.known = known;
        this.policies = policies;
        this.now = now;
        this.logged = known.dispatches().values().stream().collect(Collectors.groupingBy(Dispatch::about));
        this.toldTimes = new ToldTimes(known.dispatches().values());
    }

    /** All reminders of a patient, in no particular order. */
    public static List<Reminder> of(Known known, Policies policies, Instant now) {
        var plan = new Plan(known, policies, now);
        known.matters().forEach(plan::add);
        plan.addWhatOnlyTheLogKnows();
        return plan.reminders;
    }

    private void add(Matter matter) {
        var zone = zoneOf(matter);
        var steps = new ArrayList<Due>();
        for (var step : policies.stepsOf(matter.about().kind())) {
            var date = matter.dateOf(step.anchor(), zone);
            if (date != null) {
                steps.add(due(matter, step, date, zone));
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            add(matter, steps.get(i), steps.subList(i + 1, steps.size()));
        }
    }

    private About about(Matter matter) {
        return matter instanceof Matter.Slot slot && slot.closed() == null
                ? new About.AnAppointment(
                        slot.appointmentId(), slot.start(), toldTimes.round(slot.appointmentId(), slot.start()))
                : matter.about();
    }

    private Due due(Matter matter, Step step, LocalDate date, ZoneId zone) {
        var about = about(matter);
        var id = new ReminderKey(known.patientId(), about.key(), step.name()).id();
        // An hour that the clock skips becomes the same time after the jump; one that comes twice is the first
        var at = date.plusDays(step.days()).atTime(step.at()).atZone(zone).toInstant();
        return new Due(id, about, step, at, known.dispatches().get(id));
    }

    private void add(Matter matter, Due due, List<Due> later) {
        var open = matter.closed() == null && !known.erased();
        var dispatch = due.dispatch();
        if (dispatch != null && settled(dispatch, due)) {
            reminders.add(Told.reminder(dispatch, known.clinic(), policies, open));
            return;
        }
        var verdict = verdict(matter, due, later);
        reminders.add(new Reminder(
                due.id(),
                known.patientId(),
                known.clinic(),
                due.about(),
                due.step().name(),
                policies.channel().name(),
                due.step().template(),
                due.step().templateVersion(),
                due.at(),
                verdict.sendAt(),
                verdict.state(),
                verdict.why(),
                open,
                false,
                dispatch == null ? 1 : dispatch.attempt() + 1));
    }

    /** What expired may be due again, should the dates of its matter change; what was started never. */
    private static boolean settled(Dispatch dispatch, Due due) {
        return switch (dispatch.state()) {
            case STARTED, ACCEPTED, REJECTED, UNKNOWN -> true;
            case DEFERRED -> false;
            case EXPIRED -> dispatch.dueAt().equals(due.at());
        };
    }

    private Verdict verdict(Matter matter, Due due, List<Due> later) {
        var hindered = hindrance(matter, due, later);
        if (hindered != null) {
            return hindered;
        }
        var expired = expiry(matter, due, later);
        var zone = zoneOf(matter);
        return expired == null
                ? new Verdict(Reminder.State.PLANNED, planned(due), sendAt(due, zone))
                : new Verdict(Reminder.State.EXPIRED, expired, inHours(due, zone));
    }

    /** What keeps it from being sent whatever the hour. */
    private @Nullable Verdict hindrance(Matter matter, Due due, List<Due> later) {
        var at = inHours(due, zoneOf(matter));
        var closed = matter.closed();
        if (closed != null) {
            return new Verdict(Reminder.State.CANCELLED, closed, at);
        }
        if (later.stream().anyMatch(other -> !other.at().isAfter(due.at()))) {
            return new Verdict(Reminder.State.CANCELLED, "The next reminder of the same is due at the same time.", at);
        }
        if (known.erased()) {
            return new Verdict(Reminder.State.CANCELLED, "The patient's identity was erased.", at);
        }
        var recipient = known.recipient();
        var unreachable = recipient == null ? "It is not known here who the patient is." : recipient.unreachable();
        return unreachable == null ? null : new Verdict(Reminder.State.SUPPRESSED, unreachable, at);
    }

    /** Why it is of no use any more; null while it is. */
    private @Nullable String expiry(Matter matter, Due due, List<Due> later) {
        var begins = matter.begins();
        if (begins != null && !now.isBefore(begins)) {
            return "The appointment had begun.";
        }
        if (later.stream().anyMatch(other -> !other.at().isAfter(now))) {
            return "A later reminder of the same takes its place.";
        }
        if (others(due).anyMatch(other -> toldSince(other, due.at()))) {
            return "The patient was told of the same after this was due.";
        }
        if (now.isAfter(due.at().plus(policies.usefulFor()))) {
            return "It was more than " + policies.usefulFor().toDays() + " days late.";
        }
        return isCatchUp(due) && matter.movable() && others(due).anyMatch(Plan::caughtUp)
                ? "One late reminder of the same was sent before."
                : null;
    }

    private Stream<Dispatch> others(Due due) {
        return logged.getOrDefault(due.about().key(), List.of()).stream()
                .filter(other -> !other.reminderId().equals(due.id()));
    }

    /** What is tried again is as late as it was at first. */
    private boolean isCatchUp(Due due) {
        var dispatch = due.dispatch();
        return dispatch != null && dispatch.state() == Dispatch.State.DEFERRED
                ? dispatch.catchUp()
                : isLate(due.at(), policies, now);
    }

    private static boolean caughtUp(Dispatch other) {
        return other.catchUp() && other.told();
    }

    private static boolean toldSince(Dispatch other, Instant due) {
        var started = other.startedAt();
        return other.told() && started != null && !started.isBefore(due);
    }

    /** Whether sending it now would be catching up. */
    static boolean isLate(Instant dueAt, Policies policies, Instant now) {
        return now.isAfter(dueAt.plus(policies.onTime()));
    }

    private String planned(Due due) {
        var dispatch = due.dispatch();
        return dispatch != null && dispatch.state() == Dispatch.State.DEFERRED
                ? "Not handed over yet: " + dispatch.reason()
                : "Planned by the policy: " + due.step().inWords() + ".";
    }

    private Instant inHours(Due due, ZoneId zone) {
        return policies.hours().next(due.at(), zone);
    }

    private Instant sendAt(Due due, ZoneId zone) {
        var dispatch = due.dispatch();
        var notBefore = dispatch == null ? null : dispatch.notBefore();
        var wanted = notBefore == null || notBefore.isBefore(due.at()) ? due.at() : notBefore;
        var at = policies.hours().next(wanted, zone);
        return at.isAfter(now) || policies.hours().contain(now, zone)
                ? at
                : policies.hours().next(now, zone);
    }

    private ZoneId zoneOf(Matter matter) {
        var recipient = known.recipient();
        return recipient == null ? matter.zone() : recipient.zone();
    }

    private void addWhatOnlyTheLogKnows() {
        var planned = reminders.stream().map(Reminder::id).collect(Collectors.toSet());
        known.dispatches().values().stream()
                .filter(dispatch -> !planned.contains(dispatch.reminderId()))
                .forEach(dispatch -> reminders.add(Told.reminder(dispatch, known.clinic(), policies, false)));
    }
}

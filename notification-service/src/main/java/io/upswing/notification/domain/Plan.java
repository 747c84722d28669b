package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A patient's reminders: what the policies ask for now, except that what the log says was started stays as it was. A pure
 * function, made again whenever something changes: what is no longer asked for is then simply not there any more.
 */
public final class Plan {
    private final Known known;
    private final Policies policies;
    private final Instant now;
    private final ToldTimes told;
    private final Judgement judgement;
    private final List<Reminder> reminders = new ArrayList<>();

    private Plan(Known known, Policies policies, Instant now) {
        this.known = known;
        this.policies = policies;
        this.now = now;
        this.told = new ToldTimes(known.dispatches().values());
        this.judgement = new Judgement(known, policies, now);
    }

    /** All reminders of a patient, in no particular order. */
    public static List<Reminder> of(Known known, Policies policies, Instant now) {
        var plan = new Plan(known, policies, now);
        known.matters().forEach(plan::addWithNews);
        plan.addWhatOnlyTheLogKnows();
        return new Allowance(known, policies, now).share(plan.reminders);
    }

    /** What a reminder of the plan is about; empty when it is not there any more. */
    public static Optional<Matter> matterOf(Known known, About about) {
        var told = new ToldTimes(known.dispatches().values());
        return known.matters().stream()
                .flatMap(matter -> matter instanceof Matter.Slot slot
                        ? Stream.concat(Stream.of(matter), News.of(slot, told).stream())
                        : Stream.of(matter))
                .filter(matter -> matter.about().equals(about.atFirst()))
                .findFirst();
    }

    private void addWithNews(Matter matter) {
        var toldByNews = Instant.MIN;
        if (matter instanceof Matter.Slot slot) {
            for (var change : News.of(slot, told)) {
                var dues = dues(change);
                add(dues, Instant.MIN);
                if (change.about().kind() == Kind.CHANGED && change.closed() == null && !dues.isEmpty()) {
                    toldByNews = dues.getFirst().at();
                }
            }
        }
        add(dues(matter), toldByNews);
    }

    private void add(List<Due> dues, Instant toldByNews) {
        var verdicts = judgement.of(dues, toldByNews);
        for (int i = 0; i < dues.size(); i++) {
            reminders.add(reminder(dues.get(i), verdicts.get(i)));
        }
    }

    /** In the order in which they are due; of those at one moment in the policy's. */
    private List<Due> dues(Matter matter) {
        var about = about(matter);
        var dues = new ArrayList<Due>();
        for (var step : policies.stepsOf(about.kind())) {
            var reader = known.told(step, matter, now);
            var zone = reader == null || step.audience().isStaff() ? matter.zone() : reader.zone();
            var at = Due.at(matter, step.offset(), zone);
            if (at != null) {
                var id = new ReminderKey(known.patientId(), about.key(), step.name()).id();
                dues.add(new Due(
                        id,
                        matter,
                        about,
                        step,
                        at,
                        reader,
                        zone,
                        known.dispatches().get(id)));
            }
        }
        dues.sort(Comparator.comparing(Due::at));
        return dues;
    }

    private About about(Matter matter) {
        return matter instanceof Matter.Slot slot && slot.closed() == null
                ? new About.AnAppointment(
                        slot.appointmentId(), slot.start(), told.round(slot.appointmentId(), slot.start()))
                : matter.about();
    }

    private Reminder reminder(Due due, Verdict verdict) {
        var dispatch = due.dispatch();
        var open = isOpen(due);
        if (dispatch != null && due.stays(verdict)) {
            return Told.reminder(
                    dispatch, known.clinic(), policies, open, due.matter().begins());
        }
        return new Reminder(
                due.id(),
                known.patientId(),
                known.clinic(),
                due.about(),
                due.step().name(),
                due.step().audience(),
                verdict.channel(),
                due.step().template(),
                due.step().templateVersion(),
                due.at(),
                verdict.sendAt(),
                verdict.state(),
                verdict.suppression(),
                verdict.why(),
                open,
                due.matter().begins(),
                due.isHeldAlready(verdict),
                dispatch == null ? 1 : dispatch.attempt() + 1);
    }

    /** Of what was told, until it is answered. */
    private boolean isOpen(Due due) {
        var answered = due.isTold() && due.matter() instanceof Matter.Slot slot && slot.confirmed();
        return due.matter().closed() == null
                && !known.isErasedFor(due.step())
                && (due.step().audience().isStaff() || !answered);
    }

    private void addWhatOnlyTheLogKnows() {
        var planned = reminders.stream().map(Reminder::id).collect(Collectors.toSet());
        known.dispatches().values().stream()
                .filter(dispatch -> !planned.contains(dispatch.reminderId()))
                .forEach(dispatch -> reminders.add(Told.reminder(dispatch, known.clinic(), policies, false, null)));
    }
}

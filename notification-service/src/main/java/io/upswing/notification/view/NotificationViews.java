package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.StateRecord;
import io.upswing.eventlog.View;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.events.NotificationEvent.PoliciesAdopted;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.events.NotificationEvent.WorklistClaimed;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** What our own log says, and the plans that change with it. */
@Singleton
public class NotificationViews implements View<NotificationEvent> {
    private final Sql sql;
    private final Dispatches dispatches;
    private final Answers answers;
    private final WorklistFold worklist;
    private final Consents consents;
    private final ClinicPolicies policies;
    private final Replanning replanning;
    private final Words words;
    private final Plans plans;

    NotificationViews(
            Sql sql,
            Dispatches dispatches,
            Answers answers,
            WorklistFold worklist,
            Consents consents,
            ClinicPolicies policies,
            Replanning replanning,
            Words words,
            Plans plans) {
        this.sql = sql;
        this.dispatches = dispatches;
        this.answers = answers;
        this.worklist = worklist;
        this.consents = consents;
        this.policies = policies;
        this.replanning = replanning;
        this.words = words;
        this.plans = plans;
    }

    @Override
    public void apply(List<Recorded<NotificationEvent>> events) {
        var ofReminders = new ArrayList<Recorded<OfReminder>>();
        var patients = new LinkedHashSet<UUID>();
        for (var event : events) {
            switch (event.event()) {
                case OfReminder reminder -> {
                    ofReminders.add(new Recorded<>(event.record(), reminder));
                    if (reminder instanceof DispatchUnwanted unwanted) {
                        consents.refuse(new Recorded<>(event.record(), unwanted));
                        patients.add(reminder.patientId());
                    }
                }
                case ReplyReceived reply -> {
                    answers.put(new Recorded<>(event.record(), reply));
                    consents.apply(new Recorded<>(event.record(), reply));
                    patients.add(reply.patientId());
                }
                case ConsentChanged change -> {
                    consents.change(new Recorded<>(event.record(), change));
                    patients.add(change.patientId());
                }
                case WorklistClaimed claimed -> worklist.claim(new Recorded<>(event.record(), claimed));
                case WorklistResolved resolved -> worklist.resolve(new Recorded<>(event.record(), resolved));
                case PoliciesAdopted adopted -> {
                    // First: who marks plans holds its row and waits for planners, and they wait for the policies
                    replanning.start(event.clinic(), event.version());
                    policies.put(new Recorded<>(event.record(), adopted));
                }
            }
        }
        if (!ofReminders.isEmpty()) {
            plans.follow(dispatches.apply(ofReminders));
        }
        plans.replan(patients);
    }

    @Override
    public void applyStates(List<StateRecord> states) {
        words.apply(states);
    }

    @Override
    public void startRebuild() {
        sql.update("""
                truncate recipient, erased_patient, consent, preference, course_due, slot, offer, site, dispatch,
                    reminder, policy, replanning, reply, reply_words, worklist_claim, resolution, planned_patient
                """);
    }

    @Override
    public void finishRebuild() {
        // no constraint here spans streams
    }
}

package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.events.NotificationEvent.ReminderExpired;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A patient and what is known of them, built up a fact at a time. */
final class PlanFixture {
    static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    static final UUID COURSE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a02");
    static final UUID SITE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a03");
    static final UUID APPOINTMENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a05");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final String CLINIC = "clinic-1";

    private @Nullable Patient who = Patient.alone(recipient("America/New_York", "ama@example.org", false));
    private boolean erased;
    private Policies policies = Policies.DEFAULTS;
    private final List<Matter> matters = new ArrayList<>();
    private final Map<UUID, Dispatch> dispatches = new HashMap<>();

    static Recipient recipient(String zone, @Nullable String email, boolean refused) {
        var addresses = email == null ? Map.<Channel, String>of() : Map.of(Channel.EMAIL, email);
        return recipient(zone, addresses, refused ? Map.of(Channel.EMAIL, Consent.REFUSED) : Map.of());
    }

    static Recipient recipient(String zone, Map<Channel, String> addresses, Map<Channel, Consent> consents) {
        return new Recipient(
                "Ama", "Owusu", ZoneId.of(zone), "en", LocalDate.of(1984, 5, 2), addresses, consents, null);
    }

    static PlanFixture patient() {
        return new PlanFixture();
    }

    static PlanFixture patientIn(String zone) {
        return patient().who(recipient(zone, "ama@example.org", false));
    }

    PlanFixture who(@Nullable Recipient other) {
        who = other == null ? null : Patient.alone(other);
        return this;
    }

    PlanFixture represented(Patient other) {
        who = other;
        return this;
    }

    PlanFixture under(Policies other) {
        policies = other;
        return this;
    }

    PlanFixture matter(Matter matter) {
        matters.add(matter);
        return this;
    }

    PlanFixture forgotten() {
        erased = true;
        return who(null);
    }

    PlanFixture appointment(String start) {
        return appointment(start, Matter.Slot.State.BOOKED);
    }

    PlanFixture appointment(String start, Matter.Slot.State state) {
        matters.add(new Matter.Slot(APPOINTMENT, SITE, Instant.parse(start), NEW_YORK, state, false, null, null));
        return this;
    }

    /** The patient has said that they come to the appointments. */
    PlanFixture confirmed() {
        matters.replaceAll(matter -> matter instanceof Matter.Slot slot
                ? new Matter.Slot(
                        slot.appointmentId(),
                        slot.siteId(),
                        slot.start(),
                        slot.zone(),
                        slot.state(),
                        true,
                        slot.changed(),
                        slot.delayed())
                : matter);
        return this;
    }

    PlanFixture pending(Kind kind, String from, String on, String overdueAfter) {
        return pending(kind, from, on, overdueAfter, null);
    }

    PlanFixture pending(Kind kind, String from, String on, String overdueAfter, @Nullable UUID appointmentId) {
        matters.clear();
        matters.add(new Matter.Pending(
                new About.ADueItem(COURSE, kind, "the last one"),
                NEW_YORK,
                LocalDate.parse(from),
                LocalDate.parse(on),
                LocalDate.parse(overdueAfter),
                appointmentId));
        return this;
    }

    PlanFixture nothingPending() {
        matters.clear();
        return this;
    }

    /** The step was begun then, as the plan of that moment had it. */
    PlanFixture started(String step, String at) {
        return started(reminder(step, at), at);
    }

    PlanFixture started(Reminder reminder, String at) {
        var event = Dispatching.start(reminder, reminder.attempt(), Map.of(), policies, Instant.parse(at))
                .orElseThrow(() -> new IllegalStateException("Not to be sent then: " + reminder));
        return logged(event, at);
    }

    PlanFixture settled(String step, Handover handover, String at) {
        var id = reminder(step, at).id();
        var dispatch = dispatches.get(id);
        var event = Dispatching.settle(dispatch, dispatch.attempt(), handover, Instant.parse(at))
                .orElseThrow();
        return logged((OfReminder) event, at);
    }

    PlanFixture received(String step, Receipt receipt, String at) {
        var dispatch = dispatch(step, at);
        var event = Dispatching.receive(dispatch, dispatch.attempt(), receipt).orElseThrow();
        return logged((OfReminder) event, at);
    }

    Dispatch dispatch(String step, String at) {
        return dispatches.get(reminder(step, at).id());
    }

    PlanFixture expired(String step, String at) {
        ReminderExpired event = Dispatching.expire(reminder(step, at)).orElseThrow();
        return logged(event, at);
    }

    PlanFixture logged(OfReminder event, String at) {
        dispatches.compute(event.reminderId(), (id, before) -> Dispatch.after(before, event, Instant.parse(at)));
        return this;
    }

    DispatchStarted start(String step, String at) {
        var reminder = reminder(step, at);
        return Dispatching.start(reminder, reminder.attempt(), Map.of(), policies, Instant.parse(at))
                .orElseThrow();
    }

    Known known() {
        return new Known(PATIENT, CLINIC, who, erased, matters, dispatches);
    }

    List<Reminder> plan(String at) {
        return Plan.of(known(), policies, Instant.parse(at));
    }

    Reminder reminder(String step, String at) {
        return plan(at).stream()
                .filter(reminder -> reminder.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + step + " in " + plan(at)));
    }

    Reminder.State state(String step, String at) {
        return reminder(step, at).state();
    }
}

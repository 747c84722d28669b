package io.upswing.series;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next date on which a standing changes by itself: a fact takes effect, or a date that was derived is reached. */
final class Changes {
    private final LocalDate after;
    private @Nullable LocalDate next;

    private Changes(LocalDate after) {
        this.after = after;
    }

    static @Nullable LocalDate after(
            Situation situation, PatientFacts patient, List<Appointment> appointments, List<DueItem> items) {
        var changes = new Changes(situation.asOf());
        changes.given(situation.facts().given());
        changes.decided(situation.facts().decided());
        changes.status(situation.facts().status());
        changes.patient(patient);
        appointments.forEach(changes::appointment);
        changes.derived(situation);
        items.forEach(changes::item);
        return changes.next;
    }

    private void given(SessionFacts facts) {
        facts.sessions().forEach(session -> on(session.on()));
        facts.followUps().forEach(followUp -> on(followUp.on()));
        facts.forms().forEach(form -> on(form.on()));
    }

    private void decided(DecisionFacts facts) {
        facts.benefits().forEach(benefit -> on(benefit.on()));
        facts.intervals().forEach(interval -> on(interval.from()));
        facts.lapses().forEach(lapse -> on(lapse.on()));
        facts.versions().forEach(version -> on(version.on()));
    }

    private void status(StatusFacts facts) {
        facts.pauses().forEach(pause -> on(pause.on()));
        facts.resumptions().forEach(resumption -> on(resumption.on()));
        facts.closures().forEach(closure -> on(closure.on()));
        facts.antidepressants().forEach(antidepressant -> on(antidepressant.on()));
    }

    private void patient(PatientFacts facts) {
        facts.measures().forEach(measure -> on(measure.on()));
        facts.closures().forEach(closure -> on(closure.on()));
    }

    /** A booked appointment that went by unused no longer counts as booked. */
    private void appointment(Appointment appointment) {
        switch (appointment.status()) {
            case BOOKED -> on(appointment.on().plusDays(1));
            case NO_SHOW -> on(appointment.on());
        }
    }

    private void derived(Situation situation) {
        on(situation.lapsesOn());
        for (var gate : situation.gates()) {
            gate(gate);
        }
        var gate = situation.progress().gate();
        if (gate != null) {
            on(gate.movesAfter(after));
        }
    }

    private void gate(Gate gate) {
        if (gate.dueOn() != null && gate.state() != Gate.State.DECIDED) {
            on(gate.dueOn().plusDays(1));
        }
    }

    private void item(DueItem item) {
        on(item.from());
        on(item.on().plusDays(1));
        on(item.overdueAfter().plusDays(1));
    }

    private void on(@Nullable LocalDate date) {
        if (date != null && date.isAfter(after)) {
            next = Agenda.earlier(next, date);
        }
    }
}

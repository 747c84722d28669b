package io.upswing.series;

import io.upswing.series.Standing.Prompt;
import io.upswing.series.Standing.State;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** R16: what a clinician should decide on. Nothing here changes anything by itself. */
final class Prompts {
    private final Situation situation;
    private final PatientFacts patient;

    private Prompts(Situation situation, PatientFacts patient) {
        this.situation = situation;
        this.patient = patient;
    }

    /** Nobody is asked about a course that is over. */
    static List<Prompt> of(Situation situation, PatientFacts patient) {
        if (situation.over()) {
            return List.of();
        }
        var prompts = new Prompts(situation, patient);
        return Stream.of(
                        prompts.startOverdue(),
                        prompts.worsening(),
                        EarlyResponse.of(situation, patient),
                        IntervalAdvice.of(situation, patient),
                        prompts.reassess(),
                        prompts.lapsed(),
                        prompts.antidepressantMissing())
                .filter(Objects::nonNull)
                .toList();
    }

    static Prompt prompt(String code, String text, List<? extends Fact> evidence) {
        return resting(code, text, evidence.stream().map(Fact::event).toList());
    }

    private static Prompt resting(String code, String text, List<UUID> events) {
        return new Prompt(code, text, events.stream().map(UUID::toString).toList());
    }

    private @Nullable Prompt startOverdue() {
        var window = situation.window();
        if (situation.state() != State.NOT_STARTED
                || window == null
                || !situation.asOf().isAfter(window.next().latest())) {
            return null;
        }
        var prescription = situation.progress().prescription();
        var text = "Prescribed on " + prescription.on() + " and not started within the window for the first session.";
        return resting("START_OVERDUE", text, List.of(prescription.event()));
    }

    private @Nullable Prompt worsening() {
        var worsening = Worsening.of(situation, patient);
        return worsening == null ? null : worsening.prompt();
    }

    private @Nullable Prompt reassess() {
        var reassessment = Reassessment.of(situation, patient);
        return reassessment == null || situation.asOf().isBefore(reassessment.from())
                ? null
                : prompt("REASSESS", reassessment.text(), List.of(reassessment.decision()));
    }

    private @Nullable Prompt lapsed() {
        var last = situation.progress().last();
        if (last == null || situation.state() != State.LAPSED || situation.lapseDecision() != null) {
            return null;
        }
        var text = "No session since " + last.on() + ", lapsed from " + situation.lapsesOn()
                + ": resume, re-induce or step back.";
        return resting("LAPSE_DECISION", text, last.events());
    }

    /** Only when somebody said so: that nothing was recorded does not mean that nothing is taken. */
    private @Nullable Prompt antidepressantMissing() {
        var last = situation.antidepressant();
        if (!situation.progress().prescription().oralAntidepressantRequired() || last == null || last.taken()) {
            return null;
        }
        var text = "The protocol asks for an oral antidepressant beside the treatment; none is taken since " + last.on()
                + ".";
        return prompt("ANTIDEPRESSANT_MISSING", text, List.of(last));
    }
}

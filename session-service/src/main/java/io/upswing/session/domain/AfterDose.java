package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent.Discharged;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What prompts from the first dose to the way home. */
final class AfterDose {
    private AfterDose() {}

    /** {@code at}: of the end of the session, or now. */
    static Stream<Prompt> prompts(Visit visit, Instant at) {
        return Stream.concat(missing(visit, at), unassessed(visit, at));
    }

    private static Stream<Prompt> missing(Visit visit, Instant at) {
        var vitals = visit.records().vitals();
        var missing = Readings.of(visit, at).stream().filter(reading -> reading.isMissing(vitals, at));
        return Stream.concat(missing, unreadAtTheEnd(visit).stream())
                .distinct()
                .map(reading -> Prompt.of(
                        Rule.READING_MISSING,
                        "No vital signs were read between " + reading.at() + " and " + reading.until() + "."));
    }

    /** Who left before it was time to read is not read again. */
    private static Optional<Reading> unreadAtTheEnd(Visit visit) {
        var ended = visit.session().endedAt();
        return Readings.beforeDischarge(visit)
                .filter(reading -> ended != null && !ended.isBefore(reading.at()))
                .filter(reading -> reading.isPending(visit.records().vitals()));
    }

    private static Stream<Prompt> unassessed(Visit visit, Instant at) {
        var care = visit.care();
        var alone = visit.course()
                .standing(Discharged.class)
                .filter(out -> out.sessionId().equals(visit.session().id()))
                .anyMatch(out -> Boolean.FALSE.equals(out.escort()));
        return Stream.of(
                        Prompt.when(
                                (care == CarePhase.OBSERVED || care == CarePhase.OVER) && !visit.isAssessedBy(at),
                                Rule.NOT_ASSESSED,
                                "Nobody assessed sedation, dissociation or breathing."),
                        Prompt.when(alone, Rule.NO_ESCORT, "Nobody took the patient home."))
                .flatMap(Optional::stream);
    }
}

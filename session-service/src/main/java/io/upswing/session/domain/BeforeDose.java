package io.upswing.session.domain;

import io.upswing.session.events.Schedule.Care;
import io.upswing.session.events.Schedule.Preparation;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What prompts before the first dose, and stays to be read after it. */
final class BeforeDose {
    private BeforeDose() {}

    /** {@code at}: of the first dose, or now. */
    static Stream<Prompt> prompts(Visit visit, Instant at) {
        var care = visit.schedule().care();
        return care == null
                ? Stream.of()
                : Stream.of(
                                checklist(visit, care.preparation(), at),
                                weight(visit, care.preparation()),
                                vitals(visit, care))
                        .flatMap(prompts -> prompts);
    }

    private static Stream<Prompt> checklist(Visit visit, Preparation asked, Instant at) {
        var answers = Checklist.answers(visit.records());
        if (answers.isEmpty()) {
            return Stream.of(Prompt.of(Rule.CHECKLIST_MISSING, "The checklist was not gone through."));
        }
        return Stream.concat(waits(visit, at), answered(asked, answers.get()));
    }

    private static Stream<Prompt> waits(Visit visit, Instant at) {
        return Checklist.unmet(visit, at).stream()
                .map(wait -> new Prompt(wait.what(), "Not long enough ago until " + wait.metFrom() + ".", null));
    }

    private static Stream<Prompt> answered(Preparation asked, ChecklistRecorded answers) {
        var drugs = answers.concomitant();
        return Stream.of(
                        Prompt.when(
                                asked.ride() && !answers.rideConfirmed(),
                                Rule.RIDE_UNCONFIRMED,
                                "Nobody is known to drive the patient home."),
                        Prompt.when(
                                asked.pregnancy() && answers.pregnancy() == null,
                                Rule.PREGNANCY_NOT_ASKED,
                                "Pregnancy was not asked for."),
                        Prompt.when(
                                isTrue(drugs.benzodiazepines()) || isTrue(drugs.opioids()),
                                Rule.WATCH_SEDATION,
                                "Benzodiazepines or opioids: watch sedation more closely."),
                        Prompt.when(
                                isTrue(drugs.stimulants()) || isTrue(drugs.maois()),
                                Rule.WATCH_PRESSURE,
                                "Stimulants or MAOIs: watch blood pressure more closely."))
                .flatMap(Optional::stream);
    }

    private static boolean isTrue(@Nullable Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }

    private static Stream<Prompt> weight(Visit visit, Preparation asked) {
        var days = asked.weightDays();
        if (days == null) {
            return Stream.of();
        }
        var weight = visit.weight();
        if (weight == null) {
            return Stream.of(Prompt.of(Rule.WEIGHT_MISSING, "No weight is on file."));
        }
        return Prompt.when(
                weight.daysOld(visit.session().treatmentDate()) > days,
                Rule.WEIGHT_OLD,
                "The weight is of " + weight.on() + ", more than " + days + " days ago.")
                .stream();
    }

    private static Stream<Prompt> vitals(Visit visit, Care care) {
        return Prompt.when(
                care.vitals().before()
                        && visit.session().firstDoseAt() != null
                        && visit.vitalsBeforeDose().isEmpty(),
                Rule.READING_MISSING,
                "No vital signs were read before the dose.")
                .stream();
    }
}

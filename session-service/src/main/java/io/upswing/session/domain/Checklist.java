package io.upswing.session.domain;

import io.upswing.session.events.Schedule.Preparation;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked before the dose, and from when what was answered allows one. */
public final class Checklist {
    private Checklist() {}

    /** Something that has to lie back far enough: met from that instant on. */
    public record Wait(String what, Instant metFrom) {
        boolean isOver(Instant at) {
            return !at.isBefore(metFrom);
        }
    }

    /** All that was answered: of each question the latest answer. */
    public static Optional<ChecklistRecorded> answers(SessionRecords records) {
        return records.checklists().stream().reduce(Checklist::merged);
    }

    private static ChecklistRecorded merged(ChecklistRecorded before, ChecklistRecorded after) {
        return new ChecklistRecorded(
                after.courseId(),
                after.sessionId(),
                after.at(),
                latest(before.lastFoodAt(), after.lastFoodAt()),
                latest(before.lastLiquidAt(), after.lastLiquidAt()),
                latest(before.nasalProductAt(), after.nasalProductAt()),
                after.rideConfirmed(),
                merged(before.concomitant(), after.concomitant()),
                latest(before.weightKg(), after.weightKg()),
                latest(before.pregnancy(), after.pregnancy()));
    }

    private static Concomitant merged(Concomitant before, Concomitant after) {
        return new Concomitant(
                latest(before.benzodiazepines(), after.benzodiazepines()),
                latest(before.stimulants(), after.stimulants()),
                latest(before.maois(), after.maois()),
                latest(before.opioids(), after.opioids()));
    }

    private static <T> @Nullable T latest(@Nullable T before, @Nullable T after) {
        return after == null ? before : after;
    }

    /** What must lie back for how long. */
    public static List<Wait> waits(Visit visit) {
        var care = visit.schedule().care();
        var answers = answers(visit.records());
        return care == null || answers.isEmpty() ? List.of() : waits(care.preparation(), answers.get());
    }

    private static List<Wait> waits(Preparation asked, ChecklistRecorded answers) {
        return Stream.of(
                        wait(Rule.FOOD, answers.lastFoodAt(), asked.foodMinutes()),
                        wait(Rule.LIQUID, answers.lastLiquidAt(), asked.liquidMinutes()),
                        wait(Rule.NASAL_PRODUCT, answers.nasalProductAt(), asked.nasalProductMinutes()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Wait> wait(Rule rule, @Nullable Instant last, @Nullable Integer minutes) {
        return last == null || minutes == null
                ? Optional.empty()
                : Optional.of(new Wait(rule.code(), last.plus(Duration.ofMinutes(minutes))));
    }

    /** What does not lie back far enough at that instant. */
    public static List<Wait> unmet(Visit visit, Instant at) {
        return waits(visit).stream().filter(wait -> !wait.isOver(at)).toList();
    }

    /** Null where nothing has to be waited for. */
    public static @Nullable Instant earliestStart(Visit visit) {
        return waits(visit).stream().map(Wait::metFrom).max(Instant::compareTo).orElse(null);
    }
}

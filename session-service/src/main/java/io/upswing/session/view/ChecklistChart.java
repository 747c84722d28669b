package io.upswing.session.view;

import io.upswing.session.domain.Checklist;
import io.upswing.session.domain.Visit;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The latest answers to the checklist, what of them does not allow a dose yet, and when all of them will. */
public record ChecklistChart(
        Instant at,
        @Nullable Instant lastFoodAt,
        @Nullable Instant lastLiquidAt,
        @Nullable Instant nasalProductAt,
        boolean rideConfirmed,
        Concomitant concomitant,
        @Nullable BigDecimal weightKg,
        @Nullable String pregnancy,
        List<Checklist.Wait> unmet,
        @Nullable Instant earliestStart) {

    static @Nullable ChecklistChart of(Visit visit, Instant now) {
        return Checklist.answers(visit.records())
                .map(answers -> of(answers, visit, now))
                .orElse(null);
    }

    private static ChecklistChart of(ChecklistRecorded answers, Visit visit, Instant now) {
        return new ChecklistChart(
                answers.at(),
                answers.lastFoodAt(),
                answers.lastLiquidAt(),
                answers.nasalProductAt(),
                answers.rideConfirmed(),
                answers.concomitant(),
                answers.weightKg(),
                answers.pregnancy(),
                Checklist.unmet(visit, visit.doseTime(now)),
                Checklist.earliestStart(visit));
    }
}

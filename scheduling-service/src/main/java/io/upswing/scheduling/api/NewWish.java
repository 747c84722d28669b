package io.upswing.scheduling.api;

import io.upswing.http.BadInput;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a patient would come for; {@code siteId}: null for the course's, {@code between}: two local times at the site. */
record NewWish(
        @NotNull UUID patientId,
        @NotNull UUID courseId,
        @Nullable UUID siteId,
        @Size(max = 7) @Nullable List<@NotNull DayOfWeek> days,
        @Size(min = 2, max = 2) @Nullable List<@NotNull LocalTime> between,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    void requireMeant() {
        if (between != null && !between.getFirst().isBefore(between.getLast())) {
            throw new BadInput("between", "the first time must be before the second");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadInput("to", "must not be before from");
        }
    }

    WaitlistJoined joined(UUID entryId, UUID site) {
        return new WaitlistJoined(
                entryId,
                patientId,
                courseId,
                site,
                days == null ? List.of() : days.stream().distinct().sorted().toList(),
                between == null ? null : between.getFirst(),
                between == null ? null : between.getLast(),
                from,
                to);
    }
}

package io.upswing.scheduling.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a patient of the waitlist would come for. {@code days}: empty for any; {@code opens} and {@code closes}: local
 * times at the site between which the session is to lie; {@code since}: when they joined.
 */
public record Wish(
        UUID entryId,
        UUID patientId,
        UUID courseId,
        List<DayOfWeek> days,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant since) {

    public Wish {
        days = List.copyOf(days);
    }

    /** Whether its patient would come when a vacancy begins; who gave it up would not. */
    public boolean wants(Vacancy vacancy) {
        var start = vacancy.local(vacancy.start());
        return !patientId.equals(vacancy.givenUpBy()) && suits(start, start);
    }

    /** Whether a session suits from when the patient comes until they leave, in local time at the site. */
    boolean suits(LocalDateTime comes, LocalDateTime leaves) {
        var date = comes.toLocalDate();
        return (days.isEmpty() || days.contains(date.getDayOfWeek()))
                && (from == null || !date.isBefore(from))
                && (to == null || !date.isAfter(to))
                && (opens == null || !comes.toLocalTime().isBefore(opens))
                && (closes == null || !leaves.isAfter(date.atTime(closes)));
    }
}

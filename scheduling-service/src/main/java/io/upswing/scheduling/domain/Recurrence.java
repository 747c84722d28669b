package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A visit that recurs every so many days at the same local time of its site. */
public record Recurrence(Book first, int everyDays, int count) {
    /** What speaks against a date; whatever else is refused, is refused on all of them. */
    private static final Set<Refusal> OF_A_DATE = EnumSet.of(
            Refusal.SLOT_TAKEN,
            Refusal.NO_MONITOR,
            Refusal.NO_PRESCRIBER,
            Refusal.PATIENT_ALREADY_BOOKED,
            Refusal.OUTSIDE_HOURS,
            Refusal.SITE_CLOSED,
            Refusal.START_IN_PAST,
            Refusal.TOO_FAR_AHEAD);

    /** {@code decide}: what becomes of each visit by itself, asked in the order of their dates. */
    public SeriesBooked book(ZoneId zone, Function<Book, Optional<SchedulingEvent>> decide) {
        var booked = new ArrayList<AppointmentBooked>();
        var failed = new ArrayList<Failed>();
        var alternatives = new ArrayList<Slot>();
        for (var visit : visits(zone)) {
            try {
                decide.apply(visit).map(AppointmentBooked.class::cast).ifPresent(booked::add);
            } catch (Refused refused) {
                if (!OF_A_DATE.contains(refused.refusal())) {
                    throw refused;
                }
                failed.add(new Failed(visit.start().atZone(zone).toLocalDate(), refused.refusal()));
                alternatives.addAll(refused.alternatives());
            }
        }
        if (!failed.isEmpty()) {
            throw new Refused(
                    Refusal.NO_SERIES, "Not on every date there is room for the visit.", alternatives, failed);
        }
        return new SeriesBooked(first.patientId(), first.courseId(), booked);
    }

    private List<Book> visits(ZoneId zone) {
        var start = first.start().atZone(zone);
        return IntStream.range(0, count)
                .mapToObj(number -> at(start.plusDays((long) everyDays * number), number))
                .toList();
    }

    private Book at(ZonedDateTime start, int number) {
        return new Book(
                id(number),
                first.patientId(),
                first.courseId(),
                first.kind(),
                start.toInstant(),
                first.chairId(),
                first.doseMg(),
                first.minutes(),
                first.overbookReason(),
                first.holdId(),
                first.override());
    }

    /** The same whenever the same request is decided again. */
    private UUID id(int number) {
        return number == 0 ? first.appointmentId() : SeriesWish.appointmentId(first.appointmentId(), number);
    }
}

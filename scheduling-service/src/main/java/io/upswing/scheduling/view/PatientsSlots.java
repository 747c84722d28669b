package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.DateRange;
import io.upswing.scheduling.domain.FreeSlot;
import io.upswing.scheduling.domain.SlotSearch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The times among which a patient may choose without asking anybody: those at which the course allows it. In their order. */
@Singleton
public class PatientsSlots {
    /** More is no choice on a telephone. */
    private static final int SHOWN = 24;

    private static final int DAYS_EARLIER = 7;
    private static final int DAYS_LATER = 14;

    private final FreeSlots free;

    PatientsSlots(FreeSlots free) {
        this.free = free;
    }

    /** Where an appointment could be instead, around its date; none for what is no session of a course. */
    public List<FreeSlot> insteadOf(LinkedAppointment appointment, Instant now) {
        var course = appointment.courseId();
        if (course == null) {
            return List.of();
        }
        var without = Set.of(appointment.appointmentId());
        var clinic = appointment.clinic();
        return free
                .search(clinic, course, appointment.place().siteId(), appointment.doseMg(), without, now)
                .map(search -> free.best(clinic, search, around(appointment.date(), search), SHOWN, without, now))
                .stream()
                .flatMap(slots -> inOrder(slots.stream()))
                .filter(slot -> !slot.start().equals(appointment.start()))
                .toList();
    }

    private static DateRange around(LocalDate date, SlotSearch search) {
        return search.range(date.minusDays(DAYS_EARLIER), date.plusDays(DAYS_LATER));
    }

    /** Where the next session of a course could be. */
    public List<FreeSlot> next(LinkedCourse course, Instant now) {
        return free
                .search(course.clinic(), course.courseId(), course.place().siteId(), null, now)
                .map(search -> free.best(course.clinic(), search, search.range(null, null), SHOWN, now))
                .stream()
                .flatMap(slots -> inOrder(slots.stream()))
                .toList();
    }

    private static Stream<FreeSlot> inOrder(Stream<FreeSlot> slots) {
        return slots.sorted(Comparator.comparing(FreeSlot::start));
    }
}

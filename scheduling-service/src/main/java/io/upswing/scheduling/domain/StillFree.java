package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether what was decided of several days still holds, once their turn has come. */
public final class StillFree {
    private StillFree() {}

    /** The times that are taken anew, earliest first. */
    public static List<Span> times(OfSeveral decided, PatientFile file) {
        return taken(decided, file).stream()
                .map(booking -> new Span(booking.start(), booking.end()))
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    /** {@code desk}: what stands by now on the days that are taken. */
    public static boolean holds(OfSeveral decided, PatientFile file, Desk desk) {
        return taken(decided, file).stream().allMatch(booking -> fits(booking, desk));
    }

    private static boolean fits(Booking booking, Desk desk) {
        var chair = desk.site().chairs().stream()
                .filter(one -> one.id().equals(booking.chairId()))
                .toList();
        return new Openings(desk.site(), chair, desk.taken(), booking.stay())
                .obstacle(booking.start())
                .isEmpty();
    }

    private static List<Booking> taken(OfSeveral decided, PatientFile file) {
        return decided.parts().stream()
                .flatMap(part -> taken(part, file).stream())
                .toList();
    }

    private static Optional<Booking> taken(OfAppointment part, PatientFile file) {
        return switch (part) {
            case AppointmentBooked booked -> Optional.of(Booking.of(booked));
            case AppointmentMoved moved ->
                Optional.of(file.booking(moved.appointmentId()).moved(moved));
            case AppointmentCancelled _, AppointmentConfirmed _, AppointmentNoShow _, AppointmentDelayed _ ->
                Optional.empty();
        };
    }
}

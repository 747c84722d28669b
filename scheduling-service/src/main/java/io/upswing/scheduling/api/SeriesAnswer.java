package io.upswing.scheduling.api;

import io.upswing.scheduling.domain.Replan;
import io.upswing.scheduling.domain.Slot;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.events.SchedulingEvent.SeriesReplanned;
import io.upswing.scheduling.events.SchedulingEvent.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of several appointments at once, or would. */
final class SeriesAnswer {
    private SeriesAnswer() {}

    /** {@code appointmentId} is null while it is only proposed. */
    record Visit(@Nullable UUID appointmentId, Instant start, Instant end, UUID chairId) {}

    /** {@code warnings}: what to think of before leaving it so, each once. */
    record Booked(List<Visit> appointments, @Nullable List<Warning> warnings) {}

    record Moved(UUID appointmentId, Slot from, Slot to) {}

    record Cancelled(UUID appointmentId) {}

    /** {@code kept}: told in a proposal only; what was recorded is what changed. */
    record Replanned(
            @Nullable List<Visit> kept,
            List<Moved> moved,
            List<Visit> booked,
            List<Cancelled> cancelled,
            @Nullable List<Warning> warnings) {}

    static Booked booked(SchedulingEvent event) {
        if (event instanceof SeriesBooked series) {
            return booked(series, true);
        }
        throw new IllegalStateException("Books no series: " + event);
    }

    static Booked proposed(SeriesBooked series) {
        return booked(series, false);
    }

    private static Booked booked(SeriesBooked series, boolean recorded) {
        return new Booked(
                visits(series.appointments(), recorded),
                warnings(series.appointments().stream().map(AppointmentBooked::warnings)));
    }

    static Replanned replanned(SchedulingEvent event) {
        if (event instanceof SeriesReplanned series) {
            return replanned(series, null, true);
        }
        throw new IllegalStateException("Plans no series anew: " + event);
    }

    /** All was well as it was. */
    static Replanned unchanged() {
        return new Replanned(null, List.of(), List.of(), List.of(), null);
    }

    static Replanned proposed(Replan replan) {
        var kept = replan.kept().stream()
                .map(booking -> new Visit(booking.id(), booking.start(), booking.end(), booking.chairId()))
                .toList();
        return replanned(replan.said(), kept, false);
    }

    private static Replanned replanned(SeriesReplanned series, @Nullable List<Visit> kept, boolean recorded) {
        return new Replanned(
                kept,
                series.moved().stream().map(SeriesAnswer::moved).toList(),
                visits(series.booked(), recorded),
                series.cancelled().stream()
                        .map(cancelled -> new Cancelled(cancelled.appointmentId()))
                        .toList(),
                warnings(Stream.concat(
                        series.moved().stream().map(AppointmentMoved::warnings),
                        series.booked().stream().map(AppointmentBooked::warnings))));
    }

    private static Moved moved(AppointmentMoved moved) {
        return new Moved(
                moved.appointmentId(),
                new Slot(moved.fromStart(), moved.fromEnd(), moved.fromChairId()),
                new Slot(moved.start(), moved.end(), moved.chairId()));
    }

    private static List<Visit> visits(List<AppointmentBooked> booked, boolean recorded) {
        return booked.stream()
                .map(one -> new Visit(recorded ? one.appointmentId() : null, one.start(), one.end(), one.chairId()))
                .toList();
    }

    private static @Nullable List<Warning> warnings(Stream<List<Warning>> some) {
        var all = some.flatMap(List::stream).distinct().toList();
        return all.isEmpty() ? null : all;
    }
}

package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.Booking.State;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfHold;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfWaitlist;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From scheduling events to the calendar's rows. What they keep of the site's capacity goes to {@link Taken}. */
@Singleton
class AppointmentFold {
    private final Sql sql;
    private final Taken taken;
    private final Vacancies vacancies;

    AppointmentFold(Sql sql, Taken taken, Vacancies vacancies) {
        this.sql = sql;
        this.taken = taken;
        this.vacancies = vacancies;
    }

    /** The courses whose appointments changed. */
    Set<UUID> apply(List<Recorded<SchedulingEvent>> events) {
        var before = before(events);
        var rows = new HashMap<>(before);
        var changed = new LinkedHashMap<UUID, AppointmentState>();
        var vacated = new ArrayList<Vacated>();
        for (var recorded : events) {
            for (var after : after(rows, recorded.event(), recorded)) {
                Vacated.by(recorded, rows.put(after.id(), after), after).ifPresent(vacated::add);
                changed.put(after.id(), after);
            }
        }
        vacancies.add(vacated);
        if (!changed.isEmpty()) {
            save(changed.values());
            keep(
                    changed.values().stream()
                            .filter(row -> !row.keepsAsMuchAs(before.get(row.id())))
                            .toList(),
                    before.keySet());
        }
        return changed.values().stream()
                .map(AppointmentState::courseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** What they take of the site's capacity from now on, in place of what those took that were there before. */
    private void keep(List<AppointmentState> changed, Set<UUID> before) {
        taken.free(changed.stream()
                .map(AppointmentState::id)
                .filter(before::contains)
                .toList());
        taken.take(changed.stream().filter(row -> row.state().active()).toList());
    }

    private static List<AppointmentState> after(
            Map<UUID, AppointmentState> rows, SchedulingEvent said, Recorded<SchedulingEvent> recorded) {
        return switch (said) {
            case OfAppointment event -> List.of(fold(rows.get(event.appointmentId()), event, recorded));
            case OfSeveral several ->
                several.parts().stream()
                        .flatMap(part -> after(rows, part, recorded).stream())
                        .toList();
            case PatientErased erased ->
                calledOff(rows.values(), erased.patientId(), recorded.record().recordedAt());
            case PatientRegistered _, PatientChanged _, OfHold _, OfWaitlist _, OfSite _ -> List.of();
        };
    }

    /** What an erased patient had still before them; what lay behind them stays as it was. */
    private static List<AppointmentState> calledOff(Collection<AppointmentState> rows, UUID patientId, Instant at) {
        return rows.stream()
                .filter(row -> row.awaits(patientId, at))
                .map(row -> row.ended(State.CANCELLED, null, "The patient was erased."))
                .toList();
    }

    private static AppointmentState fold(
            @Nullable AppointmentState row, OfAppointment event, Recorded<SchedulingEvent> recorded) {
        return switch (event) {
            case AppointmentBooked booked -> AppointmentState.of(booked, recorded);
            case AppointmentMoved moved ->
                required(row, event).moved(moved, recorded.record().recordedAt());
            case AppointmentConfirmed _ -> required(row, event).in(State.CONFIRMED);
            case AppointmentCancelled cancelled ->
                required(row, event).ended(State.CANCELLED, cancelled.by(), cancelled.reason());
            case AppointmentNoShow _ -> required(row, event).in(State.NO_SHOW);
            case AppointmentDelayed delayed -> required(row, event).delayed(delayed.expectedStart());
        };
    }

    private static AppointmentState required(@Nullable AppointmentState row, OfAppointment event) {
        if (row == null) {
            throw new IllegalStateException("Nobody booked appointment " + event.appointmentId());
        }
        return row;
    }

    private Map<UUID, AppointmentState> before(List<Recorded<SchedulingEvent>> events) {
        var ids = new HashSet<UUID>();
        var erased = new HashSet<UUID>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case AppointmentBooked _, PatientRegistered _, PatientChanged _, OfHold _, OfWaitlist _, OfSite _ -> {}
                case OfAppointment event -> ids.add(event.appointmentId());
                case OfSeveral several -> several.parts().forEach(part -> ids.add(part.appointmentId()));
                case PatientErased event -> erased.add(event.patientId());
            }
        }
        return ids.isEmpty() && erased.isEmpty()
                ? Map.of()
                : sql
                        .query(
                                "select * from appointment where appointment_id = any(?) or patient_id = any(?)",
                                AppointmentState::read,
                                Column.ids(ids),
                                Column.ids(erased))
                        .stream()
                        .collect(Collectors.toMap(AppointmentState::id, row -> row));
    }

    private void save(Collection<AppointmentState> rows) {
        sql.update(
                """
                insert into appointment as a (appointment_id, clinic, patient_id, course_id, site_id, chair_id, kind,
                    start_at, end_at, zone, on_date, dose_mg, state, overbooked, overbook_reason, watched_from,
                    watched_to, prescriber, expected_start, cancelled_by, cancel_reason, placed_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (appointment_id) do update set chair_id = excluded.chair_id,
                    start_at = excluded.start_at, end_at = excluded.end_at, on_date = excluded.on_date,
                    state = excluded.state, overbooked = excluded.overbooked,
                    overbook_reason = excluded.overbook_reason, watched_from = excluded.watched_from,
                    watched_to = excluded.watched_to, expected_start = excluded.expected_start,
                    cancelled_by = excluded.cancelled_by, cancel_reason = excluded.cancel_reason,
                    placed_at = excluded.placed_at
                """,
                Column.of("uuid", rows, AppointmentState::id),
                Column.of("text", rows, AppointmentState::clinic),
                Column.of("uuid", rows, AppointmentState::patientId),
                Column.of("uuid", rows, AppointmentState::courseId),
                Column.of("uuid", rows, AppointmentState::siteId),
                Column.of("uuid", rows, AppointmentState::chairId),
                Column.of("text", rows, AppointmentState::kind),
                Column.of("timestamptz", rows, AppointmentState::start),
                Column.of("timestamptz", rows, AppointmentState::end),
                Column.of("text", rows, AppointmentState::zone),
                Column.of("date", rows, AppointmentState::on),
                Column.of("numeric", rows, AppointmentState::doseMg),
                Column.of("text", rows, AppointmentState::state),
                Column.of("bool", rows, AppointmentState::overbooked),
                Column.of("text", rows, AppointmentState::overbookReason),
                Column.of("timestamptz", rows, AppointmentState::watchedFrom),
                Column.of("timestamptz", rows, AppointmentState::watchedTo),
                Column.of("bool", rows, AppointmentState::prescriber),
                Column.of("timestamptz", rows, AppointmentState::expectedStart),
                Column.of("text", rows, AppointmentState::cancelledBy),
                Column.of("text", rows, AppointmentState::cancelReason),
                Column.of("timestamptz", rows, AppointmentState::placedAt));
    }
}

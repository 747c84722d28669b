package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
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
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From scheduling events to the waitlist and its offers: rare ones, so a statement each. */
@Singleton
class WaitlistFold {
    private final Sql sql;
    private final Taken taken;

    WaitlistFold(Sql sql, Taken taken) {
        this.sql = sql;
        this.taken = taken;
    }

    /** After the holds: what is offered to somebody who leaves the list is kept no longer. */
    void apply(List<Recorded<SchedulingEvent>> events) {
        events.forEach(recorded -> put(recorded.event(), recorded));
    }

    private void put(SchedulingEvent said, Recorded<SchedulingEvent> recorded) {
        switch (said) {
            case OfWaitlist event -> put(event, recorded);
            case OfAppointment event -> put(event);
            case OfSeveral several -> several.parts().forEach(this::put);
            case PatientErased erased -> leave("patient_id", erased.patientId(), recorded);
            case PatientRegistered _, PatientChanged _, OfHold _, OfSite _ -> {}
        }
    }

    private void put(OfWaitlist event, Recorded<SchedulingEvent> recorded) {
        switch (event) {
            case WaitlistJoined joined -> join(joined, recorded);
            case WaitlistLeft left -> leave("entry_id", left.entryId(), recorded);
            case SlotOffered made -> offer(made, recorded);
            case OfferDeclined declined ->
                sql.update("update offer set state = 'DECLINED' where offer_id = ?", declined.holdId());
        }
    }

    private void put(OfAppointment event) {
        switch (event) {
            case AppointmentBooked booked -> take(booked.holdId(), booked.appointmentId());
            case AppointmentMoved moved -> take(moved.holdId(), moved.appointmentId());
            case AppointmentConfirmed _, AppointmentCancelled _, AppointmentNoShow _, AppointmentDelayed _ -> {}
        }
    }

    private void join(WaitlistJoined joined, Recorded<SchedulingEvent> recorded) {
        sql.update(
                """
                insert into waitlist_entry (entry_id, clinic, patient_id, course_id, site_id, days, opens, closes,
                    from_date, to_date, joined_at, state)
                values (?, ?, ?, ?, ?, ?, ?::time, ?::time, ?::date, ?::date, ?, 'WAITING') on conflict do nothing
                """,
                joined.entryId(),
                recorded.clinic(),
                joined.patientId(),
                joined.courseId(),
                joined.siteId(),
                joined.days().stream().map(DayOfWeek::name).collect(Collectors.joining(",")),
                joined.opens(),
                joined.closes(),
                joined.from(),
                joined.to(),
                at(recorded));
    }

    private void leave(String column, UUID id, Recorded<SchedulingEvent> recorded) {
        sql.update("update waitlist_entry set state = 'LEFT' where state = 'WAITING' and " + column + " = ?", id);
        taken.free(sql.query(
                "update offer set state = 'DECLINED' where state = 'OPEN' and expires_at > ? and " + column
                        + " = ? returning offer_id",
                row -> Sql.uuid(row, "offer_id"),
                at(recorded),
                id));
    }

    private void offer(SlotOffered made, Recorded<SchedulingEvent> recorded) {
        sql.update(
                """
                insert into offer (offer_id, clinic, entry_id, vacancy_id, patient_id, chair_id, start_at, end_at,
                    offered_at, expires_at, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') on conflict do nothing
                """,
                made.holdId(),
                recorded.clinic(),
                made.entryId(),
                made.vacancyId(),
                made.patientId(),
                made.chairId(),
                made.start(),
                made.end(),
                at(recorded),
                made.expiresAt());
    }

    /** With it the wish is served; most holds are no offers. */
    private void take(@Nullable UUID holdId, UUID appointmentId) {
        if (holdId == null) {
            return;
        }
        sql.update("update offer set state = 'TAKEN', appointment_id = ? where offer_id = ?", appointmentId, holdId);
        sql.update("""
                update waitlist_entry set state = 'SERVED'
                where entry_id = (select entry_id from offer where offer_id = ?)
                """, holdId);
    }

    private static Instant at(Recorded<SchedulingEvent> recorded) {
        return recorded.record().recordedAt();
    }
}

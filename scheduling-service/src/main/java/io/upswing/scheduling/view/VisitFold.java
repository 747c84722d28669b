package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.OfSession;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From session events to who came when: a batch is read once, folded in memory and written once. */
@Singleton
class VisitFold {
    private final Sql sql;

    VisitFold(Sql sql) {
        this.sql = sql;
    }

    void apply(List<Recorded<SessionEvent>> events) {
        var before = before(events);
        var after = new HashMap<>(before);
        for (var recorded : events) {
            if (recorded.event() instanceof OfSession event) {
                after.compute(event.sessionId(), (id, visit) -> fold(visit, event, recorded));
            }
        }
        var gone = new ArrayList<>(before.keySet());
        gone.removeAll(after.keySet());
        delete(gone);
        save(after.values().stream()
                .filter(visit -> !visit.equals(before.get(visit.sessionId())))
                .toList());
    }

    /** A session that is no longer there was voided: what is said of it later changes nothing. */
    private static @Nullable VisitState fold(
            @Nullable VisitState visit, OfSession event, Recorded<SessionEvent> recorded) {
        return switch (event) {
            case CheckedIn in -> VisitState.of(in, recorded.clinic(), recorded.stream());
            case AdministrationRecorded entered -> VisitState.of(entered, recorded.clinic(), recorded.stream());
            case SessionVoided _ -> null;
            case OfSession told -> visit == null ? null : fold(visit, told);
        };
    }

    private static VisitState fold(VisitState visit, OfSession event) {
        return switch (event) {
            case DoseGiven dose ->
                visit.dosed(dose.at(), dose.completes() || dose.kind().equals("INFUSION_END"));
            case DoseStopped stopped -> visit.dosed(stopped.at(), true);
            case Discharged out -> visit.left(out.at());
            case LeftAgainstAdvice out -> visit.left(out.at());
            case SessionAborted off -> visit.aborted(off.at());
            case SessionCorrected by -> by.treatmentDate() == null ? visit : visit.on(by.treatmentDate());
            case CheckedIn _,
                    AdministrationRecorded _,
                    SessionVoided _,
                    PartDoseJudged _,
                    FollowUpRecorded _,
                    ChecklistRecorded _,
                    VitalsRecorded _,
                    AssessmentRecorded _,
                    AdverseEventRecorded _,
                    OverrideGiven _,
                    RemsFormRecorded _ -> visit;
        };
    }

    /** What begins with this batch was not there before it. */
    private Map<UUID, VisitState> before(List<Recorded<SessionEvent>> events) {
        var begun = new HashSet<UUID>();
        var ids = new HashSet<UUID>();
        for (var recorded : events) {
            if (recorded.event() instanceof OfSession event) {
                var begins = event instanceof CheckedIn || event instanceof AdministrationRecorded;
                (begins ? begun : ids).add(event.sessionId());
            }
        }
        ids.removeAll(begun);
        var rows = new HashMap<UUID, VisitState>();
        if (!ids.isEmpty()) {
            sql.query("select * from visit where session_id = any(?)", VisitState::read, Column.ids(ids))
                    .forEach(visit -> rows.put(visit.sessionId(), visit));
        }
        return rows;
    }

    private void delete(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.update("delete from visit where session_id = any(?)", Column.ids(ids));
        }
    }

    private void save(Collection<VisitState> visits) {
        if (visits.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into visit (session_id, clinic, patient_id, course_id, site_id, appointment_id, on_date,
                    arrived_at, first_dose_at, last_dose_at, dosed, left_at, aborted)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (session_id) do update set appointment_id = excluded.appointment_id,
                    on_date = excluded.on_date, first_dose_at = excluded.first_dose_at,
                    last_dose_at = excluded.last_dose_at, dosed = excluded.dosed, left_at = excluded.left_at,
                    aborted = excluded.aborted
                """,
                Column.of("uuid", visits, VisitState::sessionId),
                Column.of("text", visits, VisitState::clinic),
                Column.of("uuid", visits, VisitState::patientId),
                Column.of("uuid", visits, VisitState::courseId),
                Column.of("uuid", visits, VisitState::siteId),
                Column.of("uuid", visits, VisitState::appointmentId),
                Column.of("date", visits, VisitState::on),
                Column.of("timestamptz", visits, VisitState::arrivedAt),
                Column.of("timestamptz", visits, VisitState::firstDoseAt),
                Column.of("timestamptz", visits, VisitState::lastDoseAt),
                Column.of("bool", visits, VisitState::dosed),
                Column.of("timestamptz", visits, VisitState::leftAt),
                Column.of("bool", visits, VisitState::aborted));
    }
}

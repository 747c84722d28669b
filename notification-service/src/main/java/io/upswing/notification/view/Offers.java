package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Matter;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Times that are kept for patients who wait for one. */
@Singleton
public class Offers {
    private final Sql sql;

    Offers(Sql sql) {
        this.sql = sql;
    }

    public void put(List<Recorded<SlotOffered>> offers) {
        sql.update(
                """
                insert into offer (hold_id, patient_id, clinic, site_id, zone, start_at, offered_at, expires_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) on conflict (hold_id) do nothing
                """,
                Sql.Column.of("uuid", offers, offer -> offer.event().holdId()),
                Sql.Column.of("uuid", offers, offer -> offer.event().patientId()),
                Sql.Column.of("text", offers, Recorded::clinic),
                Sql.Column.of("uuid", offers, offer -> offer.event().siteId()),
                Sql.Column.of(
                        "text", offers, offer -> ZoneId.of(offer.event().zone()).getId()),
                Sql.Column.of("timestamptz", offers, offer -> offer.event().start()),
                Sql.Column.of("timestamptz", offers, offer -> offer.record().recordedAt()),
                Sql.Column.of("timestamptz", offers, offer -> offer.event().expiresAt()));
    }

    /** What became of offers, in words; of what is no offer nothing is kept. */
    public void close(Map<UUID, String> closed) {
        sql.update("""
                update offer set closed = given.why from unnest(?, ?) as given (hold_id, why)
                where offer.hold_id = given.hold_id and offer.closed is null
                """, Sql.Column.ids(closed.keySet()), Sql.Column.of("text", closed.values(), why -> why));
    }

    List<Courses.OfPatient> of(Collection<UUID> patients) {
        return sql.query(
                "select * from offer where patient_id = any(?)",
                row -> new Courses.OfPatient(
                        Sql.uuid(row, "patient_id"),
                        row.getString("clinic"),
                        new Matter.Offer(
                                new About.AnOffer(Sql.uuid(row, "hold_id")),
                                Sql.uuid(row, "site_id"),
                                ZoneId.of(row.getString("zone")),
                                Sql.instant(row, "start_at"),
                                Sql.instant(row, "offered_at"),
                                Sql.instant(row, "expires_at"),
                                row.getString("closed"))),
                Sql.Column.ids(patients));
    }
}

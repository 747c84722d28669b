package io.upswing.notification.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Adoption;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.PoliciesAdopted;
import io.upswing.notification.events.NotificationEventTypes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which policies a clinic has: those it adopted last, otherwise the defaults. */
@Singleton
public class ClinicPolicies {
    private static final EventCodec<NotificationEvent> CODEC = NotificationEventTypes.codec();
    private static final String TYPE = "notification.policies-adopted.v1";

    /** Policies, and who adopted them when; {@code version}: of the clinic's stream. */
    public record Adopted(Policies policies, long version, String by, Instant at) {}

    private final Sql sql;

    ClinicPolicies(Sql sql) {
        this.sql = sql;
    }

    public Policies of(String clinic) {
        return adopted(clinic).map(Adopted::policies).orElse(Policies.DEFAULTS);
    }

    /** Empty while the clinic has the defaults. */
    public Optional<Adopted> adopted(String clinic) {
        return sql.query("select * from policy where clinic = ?", ClinicPolicies::read, clinic).stream()
                .findFirst();
    }

    /**
     * Those of clinics that adopted any, until the transaction ends: a plan made by older ones is committed before others
     * are adopted, so that whoever then marks all plans as stale finds it.
     */
    Map<String, Policies> adopted(Collection<String> clinics) {
        sql.query(
                "select pg_advisory_xact_lock_shared(hashtextextended(clinic, 0)) from unnest(?) clinic",
                row -> true,
                names(clinics));
        var found = new HashMap<String, Policies>();
        sql.query(
                "select * from policy where clinic = any(?)",
                row -> Optional.ofNullable(
                        found.put(row.getString("clinic"), read(row).policies())),
                names(clinics));
        return found;
    }

    /** In an order that all keep. */
    private static Sql.Column names(Collection<String> clinics) {
        return Sql.Column.of("text", new TreeSet<>(clinics), clinic -> clinic);
    }

    void put(Recorded<PoliciesAdopted> adopted) {
        sql.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, adopted.clinic());
        sql.update(
                """
                insert into policy (clinic, version, content, adopted_by, adopted_at) values (?, ?, ?, ?, ?)
                on conflict (clinic) do update set version = excluded.version, content = excluded.content,
                    adopted_by = excluded.adopted_by, adopted_at = excluded.adopted_at
                """,
                adopted.clinic(),
                adopted.version(),
                new String(CODEC.encode(adopted.event()), UTF_8),
                adopted.record().actor(),
                adopted.record().recordedAt());
    }

    private static Adopted read(ResultSet row) throws SQLException {
        var event = (PoliciesAdopted)
                CODEC.decode(TYPE, row.getString("content").getBytes(UTF_8)).orElseThrow();
        return new Adopted(
                Adoption.policies(event),
                row.getLong("version"),
                row.getString("adopted_by"),
                Sql.instant(row, "adopted_at"));
    }
}

package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Reply;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What patients said to being written to, at the registry and here; what was said last counts, and of two at one moment the
 * refusal.
 */
@Singleton
class Consents {
    private static final String HERE = "HERE";
    private static final String REGISTRY = "REGISTRY";

    /** What was said of a channel, when and where. */
    private record Said(UUID patientId, String channel, boolean granted, Instant at) {}

    private final Sql sql;

    Consents(Sql sql) {
        this.sql = sql;
    }

    /** What the registry has of patients now, all of it; of the erased it has nothing. */
    void register(List<PatientRecord> patients) {
        forget(patients.stream().map(PatientRecord::patientId).toList());
        save(REGISTRY, patients.stream().flatMap(Consents::latest).toList());
    }

    /** What the registry had; what was said here is in our own log and stays. */
    void forget(Collection<UUID> patients) {
        sql.update("delete from consent where source = ? and patient_id = any(?)", REGISTRY, Sql.Column.ids(patients));
    }

    /** Of several consents to one channel the latest counts; channels of later versions are nothing to us yet. */
    private static Stream<Said> latest(PatientRecord patient) {
        var latest = new HashMap<String, Said>();
        for (var consent : patient.consents()) {
            if (isChannel(consent.channel())) {
                var said = new Said(patient.patientId(), consent.channel(), consent.granted(), consent.at());
                latest.merge(consent.channel(), said, Consents::later);
            }
        }
        return latest.values().stream();
    }

    void apply(Recorded<ReplyReceived> reply) {
        var meaning = Reply.valueOf(reply.event().meaning());
        if (meaning.revokes() || meaning == Reply.START) {
            var event = reply.event();
            var at = reply.record().happenedAt();
            save(HERE, List.of(new Said(event.patientId(), event.channel(), !meaning.revokes(), at)));
        }
    }

    /** What the provider was told counts as if it had been said here. */
    void refuse(Recorded<DispatchUnwanted> unwanted) {
        var event = unwanted.event();
        var at = unwanted.record().happenedAt();
        save(HERE, List.of(new Said(event.patientId(), event.channel(), false, at)));
    }

    void change(Recorded<ConsentChanged> change) {
        var event = change.event();
        var at = change.record().happenedAt();
        save(
                HERE,
                event.channels().stream()
                        .map(each -> new Said(event.patientId(), each.channel(), each.granted(), at))
                        .toList());
        var preferred = event.preferredChannel();
        if (preferred != null) {
            sql.update("""
                    insert into preference (patient_id, channel, said_at) values (?, ?, ?)
                    on conflict (patient_id) do update set channel = excluded.channel, said_at = excluded.said_at
                    """, event.patientId(), preferred, at);
        }
    }

    Map<UUID, Map<Channel, Consent>> of(Collection<UUID> patients) {
        var latest = new HashMap<UUID, Map<Channel, Said>>();
        sql.query(
                "select patient_id, channel, granted, said_at from consent where patient_id = any(?)",
                row -> {
                    var said = new Said(
                            Sql.uuid(row, "patient_id"),
                            row.getString("channel"),
                            row.getBoolean("granted"),
                            Sql.instant(row, "said_at"));
                    return latest.computeIfAbsent(said.patientId(), id -> new EnumMap<>(Channel.class))
                            .merge(Channel.valueOf(said.channel()), said, Consents::later);
                },
                Sql.Column.ids(patients));
        var consents = new HashMap<UUID, Map<Channel, Consent>>();
        latest.forEach((patient, said) -> consents.put(patient, inOneWord(said)));
        return consents;
    }

    Map<UUID, Channel> preferred(Collection<UUID> patients) {
        var preferred = new HashMap<UUID, Channel>();
        sql.query(
                "select patient_id, channel from preference where patient_id = any(?)",
                row -> Optional.ofNullable(
                        preferred.put(Sql.uuid(row, "patient_id"), Channel.valueOf(row.getString("channel")))),
                Sql.Column.ids(patients));
        return preferred;
    }

    private static Map<Channel, Consent> inOneWord(Map<Channel, Said> said) {
        var consents = new EnumMap<Channel, Consent>(Channel.class);
        said.forEach((channel, each) -> consents.put(channel, each.granted() ? Consent.GRANTED : Consent.REFUSED));
        return consents;
    }

    private static Said later(Said one, Said other) {
        var order = one.at().compareTo(other.at());
        return order > 0 || order == 0 && !one.granted() ? one : other;
    }

    private static boolean isChannel(String name) {
        return Arrays.stream(Channel.values())
                .anyMatch(channel -> channel.name().equals(name));
    }

    private void save(String source, List<Said> said) {
        sql.update(
                """
                insert into consent (patient_id, channel, source, granted, said_at)
                select patient_id, channel, ?, granted, said_at from unnest(?, ?, ?, ?)
                    as given (patient_id, channel, granted, said_at)
                where ? = 'HERE' or not exists (
                    select 1 from erased_patient e where e.patient_id = given.patient_id)
                on conflict (patient_id, channel, source) do update set granted = excluded.granted,
                    said_at = excluded.said_at
                """,
                source,
                Sql.Column.of("uuid", said, Said::patientId),
                Sql.Column.of("text", said, Said::channel),
                Sql.Column.of("boolean", said, Said::granted),
                Sql.Column.of("timestamptz", said, Said::at),
                source);
    }
}

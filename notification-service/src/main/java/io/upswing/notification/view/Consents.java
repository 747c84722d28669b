package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Reply;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.view.Wishes.Who;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.jspecify.annotations.Nullable;

/**
 * What patients, and who acts for them, said to being written to, at the registry and here; what was said last counts, and of
 * two at one moment the refusal. What who acts for a patient said here outlasts them: whoever acts after them has to agree.
 */
@Singleton
class Consents {
    private static final String HERE = "HERE";
    private static final String REGISTRY = "REGISTRY";

    /** What was said of a channel, when and where. */
    private record Said(Who who, String channel, boolean granted, Instant at) {
        static List<Said> by(@Nullable String sayers, UUID patientId, String channel, boolean granted, Instant at) {
            return Person.of(sayers).stream()
                    .map(person -> new Said(new Who(patientId, person), channel, granted, at))
                    .toList();
        }
    }

    private final Sql sql;

    Consents(Sql sql) {
        this.sql = sql;
    }

    /** What the registry has of patients now, all of it; of the erased it has nothing. */
    void register(List<PatientRecord> patients) {
        forget(patients.stream().map(PatientRecord::patientId).toList());
        save(REGISTRY, patients.stream().flatMap(Consents::registered).toList());
    }

    /** What the registry had; what was said here is in our own log and stays. */
    void forget(Collection<UUID> patients) {
        sql.update("delete from consent where source = ? and patient_id = any(?)", REGISTRY, Sql.Column.ids(patients));
    }

    private static Stream<Said> registered(PatientRecord patient) {
        var id = patient.patientId();
        var own = latest(new Who(id, Person.PATIENT), patient.consents());
        var representative = patient.representative();
        return representative == null
                ? own
                : Stream.concat(own, latest(new Who(id, Person.REPRESENTATIVE), representative.consents()));
    }

    /** Of several consents to one channel the latest counts; channels of later versions are nothing to us yet. */
    private static Stream<Said> latest(Who who, List<PatientRecord.Consent> consents) {
        var latest = new HashMap<String, Said>();
        for (var consent : consents) {
            if (isChannel(consent.channel())) {
                var said = new Said(who, consent.channel(), consent.granted(), consent.at());
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
            save(HERE, Said.by(event.saidBy(), event.patientId(), event.channel(), !meaning.revokes(), at));
        }
    }

    /** What the provider was told counts as if it had been said here. */
    void refuse(Recorded<DispatchUnwanted> unwanted) {
        var event = unwanted.event();
        var at = unwanted.record().happenedAt();
        save(HERE, Said.by(event.saidBy(), event.patientId(), event.channel(), false, at));
    }

    void change(Recorded<ConsentChanged> change) {
        var event = change.event();
        var at = change.record().happenedAt();
        save(
                HERE,
                event.channels().stream()
                        .flatMap(each ->
                                Said.by(event.saidBy(), event.patientId(), each.channel(), each.granted(), at).stream())
                        .toList());
        var preferred = event.preferredChannel();
        if (preferred != null) {
            Person.of(event.saidBy()).forEach(person -> prefer(new Who(event.patientId(), person), preferred, at));
        }
    }

    private void prefer(Who who, String channel, Instant at) {
        sql.update("""
                insert into preference (patient_id, person, channel, said_at) values (?, ?, ?, ?)
                on conflict (patient_id, person) do update set channel = excluded.channel, said_at = excluded.said_at
                """, who.patientId(), who.person().name(), channel, at);
    }

    Wishes of(Collection<UUID> patients) {
        var latest = new HashMap<Who, Map<Channel, Said>>();
        sql.query(
                "select patient_id, person, channel, granted, said_at from consent where patient_id = any(?)",
                row -> {
                    var said = new Said(
                            who(row), row.getString("channel"), row.getBoolean("granted"), Sql.instant(row, "said_at"));
                    return latest.computeIfAbsent(said.who(), who -> new EnumMap<>(Channel.class))
                            .merge(Channel.valueOf(said.channel()), said, Consents::later);
                },
                Sql.Column.ids(patients));
        var consents = new HashMap<Who, Map<Channel, Consent>>();
        latest.forEach((who, said) -> consents.put(who, inOneWord(said)));
        return new Wishes(consents, preferred(patients));
    }

    private Map<Who, Channel> preferred(Collection<UUID> patients) {
        var preferred = new HashMap<Who, Channel>();
        sql.query(
                "select patient_id, person, channel from preference where patient_id = any(?)",
                row -> Optional.ofNullable(preferred.put(who(row), Channel.valueOf(row.getString("channel")))),
                Sql.Column.ids(patients));
        return preferred;
    }

    private static Who who(ResultSet row) throws SQLException {
        return new Who(Sql.uuid(row, "patient_id"), Person.valueOf(row.getString("person")));
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
                insert into consent (patient_id, person, channel, source, granted, said_at)
                select patient_id, person, channel, ?, granted, said_at from unnest(?, ?, ?, ?, ?)
                    as given (patient_id, person, channel, granted, said_at)
                where ? = 'HERE' or not exists (
                    select 1 from erased_patient e where e.patient_id = given.patient_id)
                on conflict (patient_id, person, channel, source) do update set granted = excluded.granted,
                    said_at = excluded.said_at
                """,
                source,
                Sql.Column.of("uuid", said, each -> each.who().patientId()),
                Sql.Column.of("text", said, each -> each.who().person().name()),
                Sql.Column.of("text", said, Said::channel),
                Sql.Column.of("boolean", said, Said::granted),
                Sql.Column.of("timestamptz", said, Said::at),
                source);
    }
}

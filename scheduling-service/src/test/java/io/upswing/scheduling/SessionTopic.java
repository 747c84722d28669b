package io.upswing.scheduling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stands in for session-service: writes its events to its topic as CloudEvents, each patient's in order. */
@Singleton
public class SessionTopic {
    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();
    private final List<Recorded<SessionEvent>> all = new CopyOnWriteArrayList<>();
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();
    private final KafkaProducer<String, byte[]> producer;

    SessionTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        var settings = new HashMap<String, Object>(kafka);
        settings.put("enable.idempotence", true);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Where the record stands, as session-service would answer it: for {@code Read-After}. */
    public String say(String clinic, UUID patientId, SessionEvent event) {
        var version = versions.merge(patientId, 1L, Long::sum);
        try {
            producer.send(record(clinic, patientId, event, version)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "session-events/" + patientId + "@" + version;
    }

    /** The id of the event that stands there. */
    public static UUID eventId(String said) {
        return UUID.nameUUIDFromBytes(said.substring("session-events/".length()).getBytes(UTF_8));
    }

    /** All that was ever said, in that order. */
    public List<Recorded<SessionEvent>> all() {
        return List.copyOf(all);
    }

    private ProducerRecord<String, byte[]> record(String clinic, UUID patientId, SessionEvent event, long version) {
        var record = new ProducerRecord<>("session-events", patientId.toString(), codec.encode(event));
        var id = eventId("session-events/" + patientId + "@" + version);
        var at = Instant.parse("2026-03-02T15:00:00Z");
        all.add(new Recorded<>(
                new EventRecord(
                        id,
                        codec.typeOf(event),
                        patientId,
                        version,
                        clinic,
                        "nurse",
                        at,
                        at,
                        null,
                        null,
                        record.value()),
                event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        codec.typeOf(event),
                        "ce_source",
                        "session-service",
                        "ce_subject",
                        patientId.toString(),
                        "ce_time",
                        at.toString(),
                        "ce_streamversion",
                        Long.toString(version),
                        "ce_clinic",
                        clinic,
                        "ce_actor",
                        "nurse",
                        "ce_recordedat",
                        "2026-03-02T15:00:00Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}

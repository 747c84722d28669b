package io.upswing.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Records as CloudEvents 1.0 in binary mode: what is about the event in headers, the event itself in the value. */
final class Wire {

    private static final Logger LOG = Logger.getLogger(Wire.class);

    /** PostgreSQL can store more, and nothing that is further from 1970 happened to anybody. */
    private static final Duration ERA = Duration.ofDays(365_000);

    private final String source;

    /** @param source of what is written: the service's name */
    Wire(String source) {
        this.source = source;
    }

    ProducerRecord<String, byte[]> outgoing(String topic, EventRecord record) {
        var outgoing = new ProducerRecord<>(topic, record.stream().toString(), record.value());
        var headers = outgoing.headers();
        common(headers, record.id(), record.type(), record.stream(), record.happenedAt());
        put(headers, "ce_streamversion", record.version());
        put(headers, "ce_clinic", record.clinic());
        put(headers, "ce_actor", record.actor());
        put(headers, "ce_recordedat", record.recordedAt());
        put(headers, "ce_causation", record.causation());
        put(headers, "ce_requesthash", record.requestHash());
        return outgoing;
    }

    ProducerRecord<String, byte[]> outgoing(StateRecord record) {
        var outgoing =
                new ProducerRecord<String, byte[]>(record.topic(), record.key().toString(), record.value());
        var headers = outgoing.headers();
        var id = UUID.nameUUIDFromBytes(
                (record.topic() + "/" + record.key() + "@" + record.version()).getBytes(StandardCharsets.UTF_8));
        common(headers, id, record.topic() + ".v1", record.key(), record.recordedAt());
        put(headers, "ce_streamversion", record.version());
        put(headers, "ce_clinic", record.clinic());
        return outgoing;
    }

    private void common(Headers headers, UUID id, String type, UUID subject, Instant time) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_type", type);
        put(headers, "ce_source", source);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time);
        put(headers, "content-type", "application/json");
    }

    /** Never throws: what cannot be read says so, and is parked under a stream of its own kind. */
    static Incoming event(ConsumerRecord<String, byte @Nullable []> record) {
        try {
            return new Incoming(readEvent(record), null);
        } catch (RuntimeException e) {
            return new Incoming(placeholder(record), "not a record of ours: " + e.getMessage());
        }
    }

    private static EventRecord readEvent(ConsumerRecord<String, byte @Nullable []> record) {
        var headers = record.headers();
        var value = record.value();
        var subject = required(headers, "ce_subject");
        var causation = text(headers, "ce_causation");
        if (value == null) {
            throw new IllegalArgumentException("it has no value");
        }
        if (!subject.equals(record.key())) {
            throw new IllegalArgumentException("its key is not its stream: it may be in any partition");
        }
        return new EventRecord(
                UUID.fromString(required(headers, "ce_id")),
                required(headers, "ce_type"),
                UUID.fromString(subject),
                Long.parseLong(required(headers, "ce_streamversion")),
                required(headers, "ce_clinic"),
                required(headers, "ce_actor"),
                instant(headers, "ce_time"),
                instant(headers, "ce_recordedat"),
                causation == null ? null : UUID.fromString(causation),
                text(headers, "ce_requesthash"),
                value);
    }

    private static EventRecord placeholder(ConsumerRecord<String, byte @Nullable []> record) {
        var place = record.topic() + "/" + record.partition() + "/" + record.offset();
        var id = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        var value = record.value() == null ? new byte[0] : record.value();
        var at = Instant.EPOCH;
        return new EventRecord(id, "unreadable", stream(record.key(), id), 0, "", "", at, at, null, null, value);
    }

    private static UUID stream(@Nullable String key, UUID otherwise) {
        try {
            return key == null ? otherwise : UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** Null for what is not a state record; there is nothing to park it under. */
    static @Nullable StateRecord state(ConsumerRecord<String, byte @Nullable []> record) {
        try {
            var headers = record.headers();
            return new StateRecord(
                    record.topic(),
                    UUID.fromString(record.key()),
                    Long.parseLong(required(headers, "ce_streamversion")),
                    required(headers, "ce_clinic"),
                    instant(headers, "ce_time"),
                    record.value());
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Skipped at %s/%d/%d: not a state record of ours",
                    record.topic(), record.partition(), record.offset());
            LogMetrics.parked();
            return null;
        }
    }

    private static void put(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String required(Headers headers, String name) {
        var value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        var text = header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        if (text != null && text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("header " + name + " cannot be stored");
        }
        return text;
    }

    private static Instant instant(Headers headers, String name) {
        var instant = Instant.parse(required(headers, name));
        if (instant.isBefore(Instant.EPOCH.minus(ERA)) || instant.isAfter(Instant.EPOCH.plus(ERA))) {
            throw new IllegalArgumentException("header " + name + " cannot be stored");
        }
        return instant;
    }
}

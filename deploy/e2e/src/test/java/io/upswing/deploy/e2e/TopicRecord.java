package io.upswing.deploy.e2e;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of one of our topics of events, as anyone with a Kafka client sees it. */
record TopicRecord(String clinic, UUID stream, long version, UUID id, String type, String value) {

    static TopicRecord of(ConsumerRecord<String, byte[]> record) {
        return new TopicRecord(
                header(record, "ce_clinic"),
                UUID.fromString(record.key()),
                Long.parseLong(header(record, "ce_streamversion")),
                UUID.fromString(header(record, "ce_id")),
                header(record, "ce_type"),
                new String(record.value(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

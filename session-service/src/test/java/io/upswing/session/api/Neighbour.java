package io.upswing.session.api;

import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.scheduling.events.StateCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says on the real topics what scheduling-service would say. */
@ApplicationScoped
class Neighbour {
    private final String servers;
    private KafkaProducer<String, byte[]> producer;

    Neighbour(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    UUID site(String clinic, String zone) {
        var codec = SchedulingEventTypes.codec();
        var event = new SchedulingEvent.SiteOpened(UUID.randomUUID(), "Harbour", zone, List.of(), true);
        send("scheduling-events", event.siteId(), 1, clinic, codec.typeOf(event), codec.encode(event));
        return event.siteId();
    }

    /** Booked and not yet said: {@link #say} says it. */
    AppointmentBooked booking(UUID patientId) {
        return new AppointmentBooked(
                UUID.randomUUID(),
                patientId,
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "TREATMENT",
                TestClock.NOW,
                TestClock.NOW.plus(Duration.ofHours(2)),
                15,
                "America/New_York",
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    /** The first events of a patient's stream. */
    void say(String clinic, SchedulingEvent.OfPatient... events) {
        var codec = SchedulingEventTypes.codec();
        for (var version = 1; version <= events.length; version++) {
            var event = events[version - 1];
            send("scheduling-events", event.patientId(), version, clinic, codec.typeOf(event), codec.encode(event));
        }
    }

    UUID patient(String clinic) {
        var id = UUID.randomUUID();
        var patient = new PatientRecord(
                id,
                clinic,
                "Ada",
                "Muster",
                LocalDate.of(1984, 5, 2),
                "America/New_York",
                "en",
                null,
                null,
                List.of(),
                null,
                null);
        send("patients", id, 1, clinic, "patients.v1", StateCodec.patients().encode(patient));
        return id;
    }

    void forget(UUID patientId, String clinic) {
        send("patients", patientId, 2, clinic, "patients.v1", null);
    }

    private void send(String topic, UUID key, long version, String clinic, String type, byte[] value) {
        var record = new ProducerRecord<>(topic, key.toString(), value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "scheduling-service",
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        TestClock.NOW.toString(),
                        "ce_streamversion",
                        Long.toString(version),
                        "ce_clinic",
                        clinic,
                        "ce_actor",
                        "test",
                        "ce_recordedat",
                        TestClock.NOW.toString())
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer().send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }
}

package io.upswing.notification;

import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.StateRecord;
import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.scheduling.events.StateCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says on the real topics what scheduling-service would say, and remembers it. */
@ApplicationScoped
public class Neighbour {
    public static final String CLINIC = "clinic-a";
    public static final String ZONE = "America/New_York";

    private final EventCodec<SchedulingEvent> codec = SchedulingEventTypes.codec();
    private final String servers;
    private final Map<String, Long> versions = new HashMap<>();
    private final List<StateRecord> states = new CopyOnWriteArrayList<>();
    private final List<Recorded<SchedulingEvent>> events = new CopyOnWriteArrayList<>();
    private @Nullable KafkaProducer<String, byte[]> producer;

    Neighbour(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    public List<StateRecord> states(String topic) {
        return states.stream().filter(state -> state.topic().equals(topic)).toList();
    }

    public List<Recorded<SchedulingEvent>> events() {
        return events;
    }

    public UUID patient(@Nullable String email, PatientRecord.Consent... consents) {
        var id = UUID.randomUUID();
        patient(id, email, consents);
        return id;
    }

    public void patient(UUID id, @Nullable String email, PatientRecord.Consent... consents) {
        state("patients", id, StateCodec.patients().encode(record(id, CLINIC, email, consents)));
    }

    public UUID patientOf(String clinic, String email) {
        var id = UUID.randomUUID();
        state("patients", id, clinic, StateCodec.patients().encode(record(id, clinic, email)));
        return id;
    }

    private static PatientRecord record(
            UUID id, String clinic, @Nullable String email, PatientRecord.Consent... consents) {
        return new PatientRecord(
                id,
                clinic,
                "Ada",
                "Muster",
                LocalDate.of(1984, 5, 2),
                ZONE,
                "en",
                email,
                null,
                List.of(consents),
                null,
                null);
    }

    public UUID patientWithPhone(String phone, String language) {
        var id = UUID.randomUUID();
        patient(id, null, phone, language);
        return id;
    }

    public void patient(UUID id, @Nullable String email, String phone, String language) {
        var patient = new PatientRecord(
                id,
                CLINIC,
                "Ada",
                "Muster",
                LocalDate.of(1984, 5, 2),
                ZONE,
                language,
                email,
                phone,
                List.of(),
                null,
                null);
        state("patients", id, StateCodec.patients().encode(patient));
    }

    public void forget(UUID patientId) {
        state("patients", patientId, null);
        event(patientId, new SchedulingEvent.PatientErased(patientId));
    }

    /** A course whose next session is pending between those dates. */
    public UUID pending(UUID patientId, String from, String on, String overdueAfter) {
        var courseId = UUID.randomUUID();
        pending(courseId, patientId, from, on, overdueAfter, null);
        return courseId;
    }

    public void pending(
            UUID courseId, UUID patientId, String from, String on, String overdueAfter, @Nullable UUID appointmentId) {
        var item = new CareDueRecord.Item(
                "SESSION",
                "PATIENT",
                "first",
                LocalDate.parse(from),
                LocalDate.parse(on),
                LocalDate.parse(overdueAfter),
                appointmentId,
                false,
                false);
        var gate = new CareDueRecord.Item(
                "GATE", "PRESCRIBER", "benefit", item.from(), item.on(), item.on(), null, false, false);
        courseDue(courseId, patientId, List.of(item, gate));
    }

    public void courseDue(UUID courseId, UUID patientId, List<CareDueRecord.Item> items) {
        var due = new CareDueRecord(
                courseId,
                patientId,
                CLINIC,
                UUID.randomUUID(),
                ZONE,
                LocalDate.of(2026, 3, 10),
                null,
                "WINDOW_OPEN",
                items);
        state("care-due", courseId, StateCodec.careDue().encode(due));
    }

    public UUID site(String name) {
        var event = new SchedulingEvent.SiteOpened(UUID.randomUUID(), name, ZONE, List.of(), true);
        event(event.siteId(), event);
        return event.siteId();
    }

    public UUID appointment(UUID patientId, UUID siteId, String start) {
        var booked = booked(patientId, siteId, start);
        event(patientId, booked);
        return booked.appointmentId();
    }

    /** To another chair, at the same time. */
    public void moveWithin(UUID siteId, UUID patientId, UUID appointmentId, String start, Instant recordedAt) {
        var at = Instant.parse(start);
        var moved = new SchedulingEvent.AppointmentMoved(
                appointmentId,
                patientId,
                null,
                siteId,
                ZONE,
                UUID.randomUUID(),
                at,
                at.plusSeconds(7200),
                UUID.randomUUID(),
                at,
                at.plusSeconds(7200),
                List.of(),
                null,
                null);
        event(patientId, moved, recordedAt);
    }

    public void appointmentOf(String clinic, UUID patientId, String start) {
        event(clinic, patientId, booked(patientId, UUID.randomUUID(), start), TestClock.NOW);
    }

    private static SchedulingEvent.AppointmentBooked booked(UUID patientId, UUID siteId, String start) {
        var at = Instant.parse(start);
        return new SchedulingEvent.AppointmentBooked(
                UUID.randomUUID(),
                patientId,
                null,
                siteId,
                UUID.randomUUID(),
                "TREATMENT",
                at,
                at.plusSeconds(7200),
                15,
                ZONE,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    public void event(UUID stream, SchedulingEvent event) {
        event(stream, event, TestClock.NOW);
    }

    /** As recorded at another time than now. */
    public void event(UUID stream, SchedulingEvent event, Instant at) {
        event(CLINIC, stream, event, at);
    }

    private void event(String clinic, UUID stream, SchedulingEvent event, Instant at) {
        var record = new EventRecord(
                UUID.randomUUID(),
                codec.typeOf(event),
                stream,
                next("scheduling-events", stream),
                clinic,
                "test",
                at,
                at,
                null,
                null,
                codec.encode(event));
        events.add(new Recorded<>(record, event));
        send("scheduling-events", stream, record.version(), record.type(), clinic, at, record.value());
    }

    public void state(String topic, UUID key, byte @Nullable [] value) {
        state(topic, key, CLINIC, value);
    }

    private void state(String topic, UUID key, String clinic, byte @Nullable [] value) {
        var record = new StateRecord(topic, key, next(topic, key), clinic, TestClock.NOW, value);
        states.add(record);
        send(topic, key, record.version(), topic + ".v1", clinic, TestClock.NOW, value);
    }

    private synchronized long next(String topic, UUID key) {
        return versions.merge(topic + "/" + key, 1L, Long::sum);
    }

    private void send(
            String topic, UUID key, long version, String type, String clinic, Instant at, byte @Nullable [] value) {
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
                        at.toString(),
                        "ce_streamversion",
                        Long.toString(version),
                        "ce_clinic",
                        clinic,
                        "ce_actor",
                        "test",
                        "ce_recordedat",
                        at.toString())
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

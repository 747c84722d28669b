package io.upswing.deploy.bench;

import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.StateRecord;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.PatientRecord.Consent;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.scheduling.events.StateCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Patients who are to be reminded, as scheduling-service tells of them: each has an address that may be written to, and a
 * series of appointments, which were booked long ago.
 */
final class ReminderHistory {
    static final String TOPIC_OF_PATIENTS = "patients";
    private static final String ACTOR = "desk 2";
    private static final Instant BOOKED = Instant.parse("2026-01-05T15:00:00Z");
    private static final Duration STAY = Duration.ofMinutes(175);

    private final EventCodec<SchedulingEvent> events = SchedulingEventTypes.codec();
    private final StateCodec<PatientRecord> states = StateCodec.patients();
    private final String clinic;
    private final Ids ids;
    private final ZoneId zone;
    private final String name;
    private final UUID site;
    private final List<UUID> patients;
    private final IntFunction<List<Instant>> starts;

    /**
     * @param name what their addresses begin with
     * @param starts of the appointments of the patient of a number
     */
    ReminderHistory(String clinic, Ids ids, ZoneId zone, String name, int patients, IntFunction<List<Instant>> starts) {
        this.clinic = clinic;
        this.ids = ids;
        this.zone = zone;
        this.name = name;
        this.site = ids.next();
        this.patients = Stream.generate(ids::next).limit(patients).toList();
        this.starts = starts;
    }

    String address(int number) {
        return name + number + "@example.org";
    }

    boolean isAddress(String address) {
        return address.startsWith(name);
    }

    int patients() {
        return patients.size();
    }

    /** Puts all into the topics. */
    void write(String bootstrapServers) {
        var source = "scheduling-service";
        new HistoryWriter(bootstrapServers, TOPIC_OF_PATIENTS, source).writeStates(this::tellPatients);
        new HistoryWriter(bootstrapServers, "scheduling-events", source).write(this::tellScheduling);
    }

    private void tellPatients(Consumer<StateRecord> reader) {
        var consent = new Consent("EMAIL", true, BOOKED);
        for (int number = 0; number < patients.size(); number++) {
            var patient = patients.get(number);
            var person = new PatientRecord(
                    patient,
                    clinic,
                    "Ada",
                    "Bench" + number,
                    LocalDate.of(1984, 5, 2),
                    zone.getId(),
                    "en",
                    address(number),
                    null,
                    List.of(consent),
                    null,
                    null);
            reader.accept(new StateRecord(TOPIC_OF_PATIENTS, patient, 1, clinic, BOOKED, states.encode(person)));
        }
    }

    private void tellScheduling(Consumer<EventRecord> reader) {
        reader.accept(record(site, 1, new SiteOpened(site, "Bench " + name, zone.getId(), List.of(), false)));
        for (int number = 0; number < patients.size(); number++) {
            var patient = patients.get(number);
            reader.accept(record(patient, 1, new PatientRegistered(patient)));
            var booked = starts.apply(number).stream()
                    .map(start -> booked(patient, start))
                    .toList();
            reader.accept(record(patient, 2, new SeriesBooked(patient, null, booked)));
        }
    }

    private AppointmentBooked booked(UUID patient, Instant start) {
        return new AppointmentBooked(
                ids.next(),
                patient,
                null,
                site,
                site,
                "TREATMENT",
                start,
                start.plus(STAY),
                null,
                zone.getId(),
                SiteCalendar.DOSE_MG,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private EventRecord record(UUID stream, long version, SchedulingEvent event) {
        return new EventRecord(
                ids.next(),
                events.typeOf(event),
                stream,
                version,
                clinic,
                ACTOR,
                BOOKED,
                BOOKED,
                null,
                null,
                events.encode(event));
    }
}

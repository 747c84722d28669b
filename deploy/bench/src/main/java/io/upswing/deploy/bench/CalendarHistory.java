package io.upswing.deploy.bench;

import io.upswing.deploy.bench.History.Patient;
import io.upswing.deploy.bench.History.Telling;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Sites, and appointments in pieces of twelve weeks at one of them: the first at each reaches from next Monday ahead, the
 * others lie before it, further back than anybody looks for who did not come. At the first site somebody waits to be booked:
 * patients with a course that was prescribed today.
 */
final class CalendarHistory {
    private static final int SITES_AT_MOST = 10;
    private static final int STAFFED_DAYS = 400;
    private static final int WEEKS_WITH_NOTHING = 2;
    private static final String ACTOR = "desk 2";

    private final EventCodec<SchedulingEvent> scheduling = SchedulingEventTypes.codec();
    private final EventCodec<SessionEvent> sessions = SessionEventTypes.codec();
    private final Telling prescribing =
            new History(Histories.schedule(), 1).steps().getFirst().telling();
    private final String clinic;
    private final Ids ids;
    private final LocalDate today;
    private final LocalDate monday;
    private final Instant at;
    private final int pieces;
    private final List<SiteCalendar> sites;
    private final List<Patient> waiting;

    /**
     * @param appointments about so many: whole pieces, and at least one
     * @param waiting so many patients
     */
    CalendarHistory(String clinic, Ids ids, LocalDate today, int appointments, int waiting) {
        this.clinic = clinic;
        this.ids = ids;
        this.today = today;
        this.monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        this.at = today.atStartOfDay().toInstant(ZoneOffset.UTC);
        this.pieces = Math.max(1, Math.round((float) appointments / ofAPiece()));
        this.sites = Stream.generate(() -> new SiteCalendar(ids))
                .limit(Math.min(pieces, SITES_AT_MOST))
                .toList();
        var site = sites.getFirst().id();
        this.waiting = Stream.generate(() -> new Patient(ids.next(), ids.next(), site))
                .limit(waiting)
                .toList();
    }

    private static int ofAPiece() {
        return SiteCalendar.seatsAWeek() * SiteCalendar.WEEKS;
    }

    int appointments() {
        return pieces * ofAPiece();
    }

    int sites() {
        return sites.size();
    }

    private LocalDate beginning(int piecesBefore) {
        return piecesBefore == 0
                ? monday
                : monday.minusWeeks((long) SiteCalendar.WEEKS * piecesBefore + WEEKS_WITH_NOTHING);
    }

    /** The first day on which somebody comes. */
    LocalDate firstDay() {
        return monday;
    }

    /** Where it is measured. */
    SiteCalendar site() {
        return sites.getFirst();
    }

    List<Patient> waiting() {
        return waiting;
    }

    private LocalDate emptyFrom() {
        return monday.plusWeeks(SiteCalendar.WEEKS);
    }

    /** What scheduling-service would have recorded. */
    void tellScheduling(Consumer<EventRecord> reader) {
        sites.forEach(site -> tell(site.id(), site.opening(ids, monday, STAFFED_DAYS), reader));
        for (int piece = 0; piece < pieces; piece++) {
            var first = beginning(piece / sites.size());
            sites.get(piece % sites.size()).patients(ids, first).forEach(patient -> tellPatient(patient, reader));
        }
        waiting.forEach(patient -> tell(patient.id(), List.of(new PatientRegistered(patient.id())), reader));
    }

    private void tellPatient(List<SchedulingEvent> events, Consumer<EventRecord> reader) {
        tell(((PatientRegistered) events.getFirst()).patientId(), events, reader);
    }

    private void tell(UUID stream, List<SchedulingEvent> events, Consumer<EventRecord> reader) {
        long version = 0;
        for (var event : events) {
            version++;
            reader.accept(record(stream, version, scheduling.typeOf(event), scheduling.encode(event)));
        }
    }

    /** What session-service would have recorded of who waits. */
    void tellSessions(Consumer<EventRecord> reader) {
        for (var patient : waiting) {
            var prescribed = prescribing.tell(patient, today);
            reader.accept(record(patient.id(), 1, sessions.typeOf(prescribed), sessions.encode(prescribed)));
        }
    }

    private EventRecord record(UUID stream, long version, String type, byte[] value) {
        return new EventRecord(ids.next(), type, stream, version, clinic, ACTOR, at, at, null, null, value);
    }

    /** Times that will fill the weeks after the last taken one as the others are filled, in no order. */
    List<SiteCalendar.Seat> seatsToFill(int count) {
        var seats = new ArrayList<SiteCalendar.Seat>();
        for (var week = emptyFrom(); seats.size() < count; week = week.plusWeeks(1)) {
            seats.addAll(site().seats(week));
        }
        Collections.shuffle(seats, new Random(count));
        return seats.subList(0, count);
    }
}

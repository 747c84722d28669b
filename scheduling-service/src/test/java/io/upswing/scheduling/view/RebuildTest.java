package io.upswing.scheduling.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.StateRecord;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.WaitingRoom;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class RebuildTest {
    private static final List<String> TABLES = List.of(
            "patient",
            "erased_patient",
            "site",
            "chair",
            "appointment",
            "hold",
            "vacancy",
            "waitlist_entry",
            "offer",
            "taken where expires_at is null",
            "shift",
            "closure",
            "visit",
            "calendar",
            "patient_facts",
            "course",
            "schedule",
            "due_item",
            "published_due");

    /** By then all that any test held has expired; what stands of it in the table of before keeps nobody out. */
    private static final Instant MUCH_LATER = TestClock.MONDAY.plus(Duration.ofDays(700));

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    SchedulingViews views;

    @Inject
    SessionEvents sessionEvents;

    @Inject
    DueFold due;

    @Inject
    Sql sql;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private final EventCodec<SchedulingEvent> codec = SchedulingEventTypes.codec();

    @Test
    void rows_are_the_same_after_a_rebuild() {
        clock.set(TestClock.MONDAY);
        aBusyDay();
        clock.set(MUCH_LATER);
        derivedAnew();
        var before = rows();

        rebuild(events());

        assertThat(before.size()).isGreaterThan(TABLES.size());
        assertThat(rows()).containsExactlyElementsOf(before);
    }

    @Test
    void an_erased_patient_stays_erased_though_a_record_turned_up_again() {
        clock.set(TestClock.MONDAY);
        var patient = clinic.patient();
        var said =
                states().stream().filter(state -> state.key().equals(patient)).toList();
        clinic.as("front-desk").delete("/patients/" + patient).then().statusCode(201);

        QuarkusTransaction.requiringNew().run(() -> views.applyStates(said));
        assertThat(rowsOf("patient")).noneMatch(row -> row.contains(patient.toString()));

        QuarkusTransaction.requiringNew().run(() -> {
            views.startRebuild();
            views.applyStates(states());
            views.applyStates(said);
        });
        replay(events());

        assertThat(rowsOf("patient")).noneMatch(row -> row.contains(patient.toString()));
        assertThat(states().stream().filter(state -> state.key().equals(patient)))
                .singleElement()
                .satisfies(state -> assertThat(state.value()).isNull())
                .satisfies(state -> assertThat(state.version()).isGreaterThan(2));
    }

    @Test
    void of_two_bookings_that_collide_in_the_logs_the_later_is_kept_and_flagged() {
        clock.set(TestClock.MONDAY);
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var first = ClinicFixture.id(
                clinic.consult(clinic.patient(), site, "2026-03-03T09:00:00-05:00", chair), "appointmentId");
        var all = new ArrayList<>(events());
        var booked = all.stream()
                .filter(recorded -> recorded.id().equals(first))
                .findFirst()
                .orElseThrow();
        var later = beside(booked);
        all.addFirst(later);

        rebuild(all);

        assertThat(overbooked(first)).isFalse();
        assertThat(overbooked(later.id())).isTrue();
        rebuild(events());
    }

    @Test
    void what_is_held_keeps_others_out_after_a_rebuild_and_what_has_expired_does_not() {
        clock.set(MUCH_LATER.minus(Duration.ofMinutes(5)));
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        hold(site, "2028-02-01T09:00:00-05:00");
        clock.set(MUCH_LATER);
        var booked = ClinicFixture.id(
                clinic.consult(clinic.patient(), site, "2028-02-01T09:15:00-05:00", chair), "appointmentId");
        var stands = hold(site, "2028-02-01T11:00:00-05:00");

        rebuild(events());

        assertThat(overbooked(booked)).isFalse();
        assertThat(rowsOf("taken where expires_at is not null and site_id = '" + site + "'"))
                .singleElement()
                .asString()
                .contains(stands.toString());
        clinic.consult(clinic.patient(), site, "2028-02-01T11:15:00-05:00", null)
                .then()
                .statusCode(409);
    }

    private UUID hold(UUID site, String start) {
        return ClinicFixture.id(
                clinic.as("front-desk")
                        .body(ClinicFixture.consultation(clinic.patient(), site, start, null))
                        .post("/holds"),
                "holdId");
    }

    private void aBusyDay() {
        var site = clinic.site();
        var chair = clinic.chair(site, "1", "IN");
        var patient = clinic.patient();
        var course = UUID.randomUUID();
        sessions.say(
                clinic.clinic(),
                patient,
                ScheduleFixture.prescribed(
                        course, patient, site, ScheduleFixture.esketamine(), LocalDate.of(2026, 3, 2)));
        var said = sessions.say(clinic.clinic(), patient, aScore(patient, course));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .statusCode(200);
        clinic.treat(patient, course, site, "2026-03-04T09:00:00-05:00").then().statusCode(201);
        aVisit(patient, course, site);
        clinic.as("manager")
                .body("{}")
                .post("/sites/" + site + "/calendars")
                .then()
                .statusCode(201);
        var freed =
                ClinicFixture.id(clinic.consult(patient, site, "2026-03-03T09:00:00-05:00", chair), "appointmentId");
        clinic.as("front-desk")
                .body("{\"start\":\"2026-03-03T11:00:00-05:00\"}")
                .post("/appointments/" + freed + "/move")
                .then()
                .statusCode(201);
        clinic.consult(clinic.patient(), site, "2026-03-03T09:00:00-05:00", chair)
                .then()
                .statusCode(201);
        aBackfilling();
        anErasure(site, chair);
    }

    /** Of three who wait one is served, one leaves and one waits on. */
    private void aBackfilling() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), "2026-03-04T09:00:00-05:00");
        var served = room.patient();
        room.booked(served, "2026-03-06T09:00:00-05:00");
        room.joins(served);
        room.cancel(freed);
        room.answer(room.offerTo(served), "acceptance").then().statusCode(201);
        var leaving = room.patient();
        var entry = room.joins(leaving);
        room.offerTo(leaving);
        room.leaves(entry);
        var waiting = room.patient();
        room.joins(waiting);
        room.answer(room.offerTo(waiting), "decline").then().statusCode(201);
    }

    private void aVisit(UUID patient, UUID course, UUID site) {
        var session = UUID.randomUUID();
        var said = sessions.say(
                clinic.clinic(),
                patient,
                new CheckedIn(course, session, site, LocalDate.of(2026, 3, 2), null, null, TestClock.MONDAY));
        clinic.as("nurse")
                .header("Read-After", said)
                .get("/series/" + course)
                .then()
                .statusCode(200);
    }

    private static MeasureRecorded aScore(UUID patient, UUID course) {
        return new MeasureRecorded(
                patient,
                course,
                "MADRS",
                null,
                31,
                LocalDate.of(2026, 3, 2),
                TestClock.MONDAY,
                "moderate",
                null,
                null,
                null,
                null,
                false);
    }

    /** What was to come is called off, and the chair goes to somebody else. */
    private void anErasure(UUID site, UUID chair) {
        var erased = clinic.patient();
        var course = UUID.randomUUID();
        sessions.say(
                clinic.clinic(),
                erased,
                ScheduleFixture.prescribed(
                        course, erased, site, ScheduleFixture.esketamine(), LocalDate.of(2026, 3, 2)));
        clinic.consult(erased, site, "2026-03-02T15:00:00-05:00", chair).then().statusCode(201);
        clinic.treat(erased, course, site, "2026-03-06T09:00:00-05:00").then().statusCode(201);
        clock.set(TestClock.MONDAY.plus(Duration.ofDays(1)));
        clinic.as("front-desk").delete("/patients/" + erased).then().statusCode(201);
        clinic.consult(clinic.patient(), site, "2026-03-06T09:00:00-05:00", chair)
                .then()
                .statusCode(201);
    }

    private Recorded<SchedulingEvent> beside(Recorded<SchedulingEvent> booked) {
        var event = (AppointmentBooked) booked.event();
        var id = UUID.randomUUID();
        var start = event.start().plus(Duration.ofMinutes(15));
        var collides = new AppointmentBooked(
                id,
                UUID.randomUUID(),
                null,
                event.siteId(),
                event.chairId(),
                event.kind(),
                start,
                start.plus(Duration.ofMinutes(30)),
                null,
                event.zone(),
                null,
                null,
                List.of(),
                null,
                null,
                null);
        var record = booked.record();
        return new Recorded<>(
                new EventRecord(
                        id,
                        record.type(),
                        collides.patientId(),
                        1,
                        record.clinic(),
                        record.actor(),
                        record.happenedAt(),
                        record.recordedAt().plusSeconds(1),
                        null,
                        null,
                        codec.encode(collides)),
                collides);
    }

    private void rebuild(List<Recorded<SchedulingEvent>> events) {
        QuarkusTransaction.requiringNew().run(() -> {
            views.startRebuild();
            views.applyStates(states());
        });
        replay(events);
        derivedAnew();
    }

    private void replay(List<Recorded<SchedulingEvent>> events) {
        clock.set(MUCH_LATER);
        QuarkusTransaction.requiringNew().run(() -> views.apply(events));
        QuarkusTransaction.requiringNew().run(() -> views.finishRebuild());
        QuarkusTransaction.requiringNew().run(() -> sessionEvents.apply(sessions.all()));
    }

    /** As of today for every course, whatever day other tests left it at. */
    private void derivedAnew() {
        QuarkusTransaction.requiringNew().run(() -> sql.update("update course set stale = true"));
        QuarkusTransaction.requiringNew().run(() -> due.derive(due.waiting(clock.instant()), clock.instant()));
        await().until(() -> rowsOf("course where stale").isEmpty());
    }

    private List<Recorded<SchedulingEvent>> events() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query("select * from event order by stream, version", this::recorded));
    }

    private Recorded<SchedulingEvent> recorded(ResultSet row) throws SQLException {
        var record = new EventRecord(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("stream", UUID.class),
                row.getLong("version"),
                row.getString("clinic"),
                row.getString("actor"),
                instant(row, "happened_at"),
                instant(row, "recorded_at"),
                null,
                null,
                row.getBytes("value"));
        return new Recorded<>(
                record, codec.decode(record.type(), record.value()).orElseThrow());
    }

    private List<StateRecord> states() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select * from state_record",
                        row -> new StateRecord(
                                row.getString("topic"),
                                row.getObject("key", UUID.class),
                                row.getLong("version"),
                                row.getString("clinic"),
                                instant(row, "recorded_at"),
                                row.getBytes("value"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private List<String> rows() {
        return TABLES.stream().flatMap(table -> rowsOf(table).stream()).toList();
    }

    private List<String> rowsOf(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select to_jsonb(t)::text from (select * from " + table + ") t order by 1",
                        row -> table + " " + row.getString(1)));
    }

    private boolean overbooked(UUID appointmentId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                                "select overbooked from appointment where appointment_id = ?",
                                row -> row.getBoolean(1),
                                appointmentId)
                        .getFirst());
    }
}

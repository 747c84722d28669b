package io.upswing.scheduling.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.WaitingRoom;
import io.upswing.scheduling.WaitingRoom.Patient;
import io.upswing.scheduling.domain.Wish;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class VacancySweepTest {
    private static final int TIMES = 8;

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    VacancySweep sweep;

    @Inject
    Backfilling backfilling;

    @Inject
    Sql sql;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    /** As two replicas would, and a third that runs by the clock. */
    @Test
    void of_two_that_sweep_at_once_each_time_is_offered_by_one_and_nobody_is_asked_twice() throws Exception {
        clock.set(TestClock.MONDAY);
        var room = WaitingRoom.in(clinic, sessions);
        var freed = new ArrayList<UUID>();
        for (int day = 0; day < TIMES; day++) {
            freed.add(room.booked(room.patient(), "2026-03-%02dT09:00:00-0%d:00".formatted(4 + day, day < 4 ? 5 : 4)));
        }
        var waiting = new ArrayList<Patient>();
        for (int i = 0; i < TIMES; i++) {
            var patient = room.patient();
            room.joins(patient);
            waiting.add(patient);
        }

        var over = new AtomicBoolean();
        try (var replicas = Executors.newFixedThreadPool(2)) {
            var one = replicas.submit(() -> sweepUntil(over));
            var other = replicas.submit(() -> sweepUntil(over));
            freed.forEach(room::cancel);
            waiting.forEach(room::offerTo);
            over.set(true);
            one.get();
            other.get();
        }

        assertThat(offers("count(*)")).isEqualTo(TIMES);
        assertThat(offers("count(distinct vacancy_id)")).isEqualTo(TIMES);
        assertThat(offers("count(distinct patient_id)")).isEqualTo(TIMES);
        assertThat(offeredEvents()).isEqualTo(TIMES);
    }

    /** Who is found may take back their consent before the offer is decided. */
    @Test
    void who_wants_no_more_messages_by_then_is_not_asked() {
        clock.set(TestClock.MONDAY);
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), "2026-03-04T09:00:00-05:00");
        var uncalled = room.withoutConsent();
        var entry = room.joins(uncalled);
        room.cancel(freed);
        var vacancy = backfilling.wanted().stream()
                .filter(found -> found.siteId().equals(room.site()))
                .findFirst()
                .orElseThrow();

        backfilling.offer(
                vacancy,
                new Wish(entry, uncalled.id(), uncalled.course(), List.of(), null, null, null, null, TestClock.MONDAY));

        assertThat(offeredEvents()).isZero();
    }

    @Test
    void whose_stream_cannot_be_read_keeps_no_other_from_being_asked() {
        clock.set(TestClock.MONDAY);
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), "2026-03-04T09:00:00-05:00");
        var broken = room.patient();
        var entry = room.joins(broken);
        var next = room.patient();
        room.joins(next);
        update("update event set value = '?'::bytea || value where id = ?", entry);

        room.cancel(freed);

        room.offerTo(next);
        update("update event set value = substr(value, 2) where id = ?", entry);
        assertThat(room.answers(broken)).isEmpty();
    }

    private void update(String statement, UUID eventId) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(statement, eventId));
    }

    private void sweepUntil(AtomicBoolean over) {
        while (!over.get()) {
            sweep.sweep();
        }
    }

    private long offers(String what) {
        return count("select " + what + " from offer where clinic = ?");
    }

    private long offeredEvents() {
        return count("select count(*) from event where type = 'scheduling.slot-offered.v1' and clinic = ?");
    }

    private long count(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(query, row -> row.getLong(1), clinic.clinic()))
                .getFirst();
    }
}

package io.upswing.scheduling.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.view.DueFold;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class DueSweepTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    EventLogs logs;

    @Inject
    DueFold due;

    @Inject
    Sql sql;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private List<UUID> courses = List.of();

    @BeforeEach
    void three_courses_wait_to_be_derived() {
        clock.set(TestClock.MONDAY);
        var site = clinic.site();
        courses = Stream.generate(() -> clinic.prescribe(sessions, clinic.patient(), site, MONDAY))
                .limit(3)
                .toList();
        nothingIsDerived();
    }

    @Test
    void who_asks_waits_for_what_had_happened_and_not_for_what_goes_on_happening() {
        new DueSweep(logs, due, busy()).settle(clinic.clinic());

        assertThat(derived()).isEqualTo(3);
    }

    @Test
    void a_sweep_ends_though_something_happens_all_the_time() {
        var sweep = new DueSweep(logs, due, busy());

        sweep.sweep();

        assertThat(sweep.caughtUp()).isTrue();
    }

    @Test
    void a_course_that_cannot_be_derived_keeps_no_other_waiting() {
        var broken = courses.getFirst();
        var facts = sql("select facts from course where course_id = ?", broken);
        try {
            change("update course set facts = 'nothing that can be read' where course_id = ?", broken);
            nothingIsDerived(); // the service's own sweep may have been quicker
            var sweep = new DueSweep(logs, due, clock);

            sweep.settle(clinic.clinic());
            assertThat(derived()).isEqualTo(2);

            nothingIsDerived();
            sweep.sweep();
            await().untilAsserted(() -> assertThat(derived()).isEqualTo(2)); // the other may hold some
            assertThat(sweep.caughtUp()).isTrue();
        } finally {
            change("update course set facts = ? where course_id = ?", facts, broken);
        }
        new DueSweep(logs, due, clock).settle(clinic.clinic());
        assertThat(derived()).isEqualTo(3);
    }

    /** Something happens each time somebody looks at it, as often as anybody could want to look. */
    private InstantSource busy() {
        var looks = new AtomicInteger();
        return () -> {
            assertThat(looks.incrementAndGet()).as("looks at the clock").isLessThan(50);
            change("update course set stale = true where clinic = ?", clinic.clinic());
            return clock.instant();
        };
    }

    private void nothingIsDerived() {
        change("update course set stale = true where clinic = ?", clinic.clinic());
        change("delete from due_item where clinic = ?", clinic.clinic());
    }

    private long derived() {
        return Long.parseLong(sql("select count(*)::text from due_item where clinic = ?", clinic.clinic()));
    }

    private String sql(String query, Object parameter) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(query, row -> row.getString(1), parameter).getFirst());
    }

    private void change(String statement, @Nullable Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(statement, parameters));
    }
}

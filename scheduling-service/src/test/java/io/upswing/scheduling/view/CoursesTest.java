package io.upswing.scheduling.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class CoursesTest {
    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    Courses courses;

    @Inject
    Sql sql;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    /** Else two of them could wait for each other in a circle: an erasure concerns all courses of a patient. */
    @Test
    void what_is_no_longer_derived_is_locked_in_the_order_in_which_it_is_derived() {
        clock.set(TestClock.MONDAY);
        var ids = prescribed(12);
        var marked = new CompletableFuture<Void>();

        QuarkusTransaction.requiringNew().run(() -> {
            locked(ids.subList(0, 1));
            marked.completeAsync(() -> {
                QuarkusTransaction.requiringNew().run(() -> courses.markStale(ids));
                return null;
            });
            await().until(this::somebodyWaits);
            assertThat(locked(ids)).isEqualTo(ids);
        });

        marked.join();
        assertThat(waiting()).isEqualTo(ids);
    }

    /** The least id first, as the database orders them, and all of them derived. */
    private List<UUID> prescribed(int count) {
        var site = clinic.site();
        var patient = clinic.patient();
        Stream.generate(() -> clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2)))
                .limit(count)
                .forEach(course -> {});
        await().until(() -> waiting().isEmpty());
        return sql.query(
                "select course_id from course where clinic = ? order by course_id",
                row -> Sql.uuid(row, "course_id"),
                clinic.clinic());
    }

    private List<UUID> waiting() {
        return courses.waiting(clinic.clinic());
    }

    private List<UUID> locked(List<UUID> ids) {
        return sql.query(
                "select course_id from course where course_id = any(?) order by course_id for update skip locked",
                row -> Sql.uuid(row, "course_id"),
                Column.ids(ids));
    }

    private boolean somebodyWaits() {
        return !sql.query("""
                        select 1 from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%set stale = true%'
                        """, row -> true).isEmpty();
    }
}

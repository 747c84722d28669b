package io.upswing.scheduling.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.GeneratedHistories;
import io.upswing.scheduling.TestClock;
import io.upswing.series.CourseFacts;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import io.upswing.series.Standing;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Event by event and all at once give the same rows, and the rows give what the facts give without a database. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class IncrementalTest {
    private static final int SEEDS = 40;
    private static final int PATIENTS = 4;
    private static final int STEPS = 120;
    private static final Instant NOW = Instant.parse("2026-04-20T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 20);
    private static final Map<String, String> ROWS = Map.of(
            "patient_facts", "clinic = ?",
            "course", "clinic = ?",
            "visit", "clinic = ?",
            "due_item", "clinic = ?",
            "published_due", "course_id in (select course_id from course where clinic = ?)");

    @Inject
    TestClock clock;

    @Inject
    SessionEvents sessionEvents;

    @Inject
    DueFold due;

    @Inject
    Courses courses;

    @Inject
    Standings standings;

    @Inject
    Sql sql;

    @Test
    void batches_of_any_size_leave_the_same_rows_as_the_whole_log_at_once() {
        clock.set(NOW);
        var fixture = ClinicFixture.fresh();
        var site = fixture.site();
        for (long seed = 1; seed <= SEEDS; seed++) {
            var clinic = fixture.clinic() + "-" + seed;
            var events = GeneratedHistories.of(seed, clinic, site, PATIENTS, STEPS);

            inBatches(clinic, new Random(seed), events);
            var batchwise = rows(clinic);
            assertThat(standings(clinic)).as("seed %d", seed).containsExactlyInAnyOrderEntriesOf(pure(events));

            atOnce(clinic, events);
            assertThat(rows(clinic)).as("seed %d", seed).isEqualTo(batchwise);
            assertThat(batchwise.get("patient_facts")).isNotEmpty();
        }
    }

    private void inBatches(String clinic, Random random, List<Recorded<SessionEvent>> events) {
        for (int from = 0; from < events.size(); ) {
            var batch = events.subList(from, Math.min(events.size(), from + 1 + random.nextInt(12)));
            QuarkusTransaction.requiringNew().run(() -> {
                sessionEvents.apply(batch);
                settle(clinic);
            });
            from += batch.size();
        }
    }

    /** As after the loss of the rows: what is due is derived when everything is known. */
    private void atOnce(String clinic, List<Recorded<SessionEvent>> events) {
        QuarkusTransaction.requiringNew().run(() -> {
            courses.lock(courses.ofClinic(clinic).stream().map(Course::id).toList());
            for (var table : List.of("published_due", "due_item", "course", "patient_facts")) {
                sql.update("delete from " + table + " where " + ROWS.get(table), clinic);
            }
            sessionEvents.apply(events);
            settle(clinic);
        });
    }

    /** In the transaction of the events: the service's own sweep has another clock. */
    private void settle(String clinic) {
        due.deriveAfterOthers(due.waiting(clinic), NOW);
    }

    private Map<String, List<String>> rows(String clinic) {
        var rows = new HashMap<String, List<String>>();
        ROWS.forEach((table, where) -> rows.put(
                table,
                QuarkusTransaction.requiringNew()
                        .call(() -> sql.query(
                                "select to_jsonb(t)::text from " + table + " t where " + where + " order by 1",
                                row -> row.getString(1),
                                clinic))));
        return rows;
    }

    private Map<UUID, Standing> standings(String clinic) {
        var derived = new HashMap<UUID, Standing>();
        QuarkusTransaction.requiringNew()
                .run(() -> standings
                        .on(courses.ofClinic(clinic), TODAY, NOW)
                        .forEach(each -> derived.put(each.course().id(), each.standing())));
        return derived;
    }

    private static Map<UUID, Standing> pure(List<Recorded<SessionEvent>> events) {
        var known = new HashMap<UUID, CourseFacts>();
        var patients = new HashMap<UUID, PatientFacts>();
        for (var recorded : events) {
            patients.merge(recorded.stream(), PatientFacts.NONE, (before, none) -> before);
            patients.computeIfPresent(recorded.stream(), (id, before) -> before.with(recorded.event(), recorded.id()));
            switch (recorded.event()) {
                case ProtocolPrescribed prescribed ->
                    known.put(prescribed.courseId(), CourseFacts.of(prescribed, recorded.id()));
                case OfCourse event ->
                    known.computeIfPresent(event.courseId(), (id, before) -> before.with(event, recorded.id()));
                case SessionEvent.OfPatient _, SessionEvent.OfProtocol _ -> {}
            }
        }
        var standings = new HashMap<UUID, Standing>();
        known.forEach((id, facts) -> standings.put(
                id,
                DueRules.standing(
                        facts,
                        patients.getOrDefault(facts.prescription().patientId(), PatientFacts.NONE),
                        TODAY,
                        List.of())));
        return standings;
    }
}

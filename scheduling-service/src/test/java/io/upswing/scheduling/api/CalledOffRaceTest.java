package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.StaffFixture;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff fall ill while somebody books: who is booked by then is named, and nobody is booked after it. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class CalledOffRaceTest {
    private static final int ROUNDS = 15;
    private static final int BOOKINGS = 5;

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();
    private StaffFixture staff = new StaffFixture(clinic, site);

    @BeforeEach
    void a_site_with_chairs_enough() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        staff = new StaffFixture(clinic, site);
        for (int i = 0; i < BOOKINGS; i++) {
            clinic.chair(site, "chair " + i, "IN");
        }
    }

    @Test
    void whoever_is_booked_while_two_monitors_are_called_off_is_named_in_one_of_the_answers() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var day = LocalDate.of(2026, 3, 10).plusDays(round);
            var shifts = List.of(monitor(day, 2), monitor(day, 3));

            var answers = race(day, shifts);

            var booked = answers.subList(0, BOOKINGS).stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .map(answer -> answer.<String>path("appointmentId"))
                    .toList();
            var told = answers.subList(BOOKINGS, answers.size()).stream()
                    .flatMap(answer -> answer.<List<String>>path("uncovered.appointmentId").stream())
                    .toList();
            assertThat(told).as("round %d", round).containsAll(booked);
            assertThat(answers.subList(0, BOOKINGS))
                    .allMatch(answer -> answer.statusCode() == 201
                            || answer.<String>path("code").equals("no-monitor"));
        }
    }

    private UUID monitor(LocalDate day, int patients) {
        return staff.monitor(day + "T12:00:00Z", day + "T21:00:00Z", patients);
    }

    private List<Response> race(LocalDate day, List<UUID> shifts) throws Exception {
        var barrier = new CyclicBarrier(BOOKINGS + shifts.size());
        var running = new ArrayList<Future<Response>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < BOOKINGS; i++) {
                var patient = clinic.patient();
                var course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
                running.add(threads.submit(() -> {
                    barrier.await();
                    return clinic.treat(patient, course, site, day + "T15:00:00Z");
                }));
            }
            for (var shift : shifts) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return staff.callOff(shift, null, false);
                }));
            }
        }
        var answers = new ArrayList<Response>();
        for (var answer : running) {
            answers.add(answer.get());
        }
        return answers;
    }
}

package io.upswing.deploy.e2e;

import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Clients that register, prescribe, record and book at a bounded rate. One that gets no clear answer asks again with the
 * same key until it gets one.
 */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int PER_SECOND = 50;
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final ZoneId ZONE = ZoneId.of(Clinic.NEW_YORK);

    /** Nothing was done, or nobody knows: a server is away, or has not heard of what another has recorded. */
    private static final Set<Integer> ASK_AGAIN = Set.of(404, 502, 503, 504);

    /** A request, and the first answer that said it was carried out. */
    record Answered(String role, String path, Object body, String key, Answer answer) {}

    private final Api api;
    private final UUID site;
    private final List<UUID> chairs;
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger bookings = new AtomicInteger();
    private final Semaphore pace = new Semaphore(0);
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ended;

    Load(Clinic clinic) {
        api = clinic.api();
        site = insist("manager", "/sites", Clinic.siteRequest(Clinic.NEW_YORK)).id("siteId");
        chairs = IntStream.range(0, 6)
                .mapToObj(n -> insist("manager", "/sites/" + site + "/chairs", Clinic.chairRequest("Chair " + n)))
                .map(answer -> answer.id("chairId"))
                .toList();
    }

    void start() {
        clockwork.scheduleAtFixedRate(pace::release, 0, 1_000_000 / PER_SECOND, TimeUnit.MICROSECONDS);
        IntStream.range(0, CLIENTS)
                .forEach(client -> clients.execute(() -> {
                    for (var patient = 0; !ended; patient++) {
                        treat("Load" + client + "x" + patient);
                    }
                }));
    }

    private void treat(String familyName) {
        var registration = Clinic.patientRequest(familyName, Clinic.NEW_YORK, null);
        var patient = insist("front-desk", "/patients", registration).id("patientId");
        var prescription = Clinic.courseRequest(site, MARCH_2);
        var course = insist("prescriber", "/patients/" + patient + "/courses", prescription)
                .id("courseId");
        for (var day = 0; day < 21; day += 7) {
            var session = Clinic.administrationRequest(MARCH_2.plusDays(day));
            insist("nurse", "/courses/" + course + "/administrations", session);
        }
        insist("front-desk", "/appointments", appointment(patient, bookings.getAndIncrement()));
    }

    /** No two want the same. */
    private Map<String, Object> appointment(UUID patient, int number) {
        var chair = chairs.get(number % chairs.size());
        var turn = number / chairs.size();
        var time = List.of(LocalTime.of(8, 0), LocalTime.of(11, 30), LocalTime.of(15, 0))
                .get(turn % 3);
        var start = LocalDate.now(ZONE)
                .plusDays(2 + turn / 3)
                .atTime(time)
                .atZone(ZONE)
                .toInstant();
        return Map.of(
                "patientId",
                patient,
                "siteId",
                site,
                "chairId",
                chair,
                "kind",
                "CONSULTATION",
                "start",
                start.toString());
    }

    private Answer insist(String role, String path, Object body) {
        var key = "load-" + requests.getAndIncrement();
        while (true) {
            try {
                var answer = api.post(role, path, body, key);
                if (answer.ok()) {
                    answered.add(new Answered(role, path, body, key, answer));
                    return answer;
                }
                if (!ASK_AGAIN.contains(answer.status())) {
                    refused.add(path + " " + body + " -> " + answer.status() + " " + answer.text());
                    throw new IllegalStateException(answer.text());
                }
            } catch (UncheckedIOException e) {
                // whether it was carried out is unknown, so the same is asked again
            }
            pace.acquireUninterruptibly();
        }
    }

    List<Answered> answered() {
        return List.copyOf(answered);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    long count(int status) {
        return answered.stream()
                .filter(each -> each.answer().status() == status)
                .count();
    }

    /** Lets each client finish its patient. */
    @Override
    public void close() {
        ended = true;
        clients.close();
        clockwork.close();
    }
}

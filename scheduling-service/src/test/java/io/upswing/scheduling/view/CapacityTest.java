package io.upswing.scheduling.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.StaffFixture;
import io.upswing.scheduling.TestClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** The database alone, with nobody who takes turns before it: no chair, monitor or prescriber is promised twice. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class CapacityTest {
    private static final int CLIENTS = 64;
    private static final int ROUNDS = 100;
    private static final Instant EIGHT = Instant.parse("2026-03-03T13:00:00Z");
    private static final UUID CHAIR = new UUID(7, 7);

    @Inject
    TestClock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    /** Minutes after eight; {@code watchedFrom}: null where nobody is watched. */
    private record Row(
            UUID chair, int from, int to, @Nullable Integer watchedFrom, boolean prescriber, boolean overbooked) {
        static Row onChair(int from, int to) {
            return new Row(CHAIR, from, to, null, false, false);
        }

        /** On a chair of its own, watched all the time. */
        static Row watched(int from, int to) {
            return new Row(UUID.randomUUID(), from, to, from, false, false);
        }

        Row prescribed() {
            return new Row(chair, from, to, watchedFrom, true, overbooked);
        }

        Row overbookedOn(UUID other) {
            return new Row(other, from, to, watchedFrom, prescriber, true);
        }

        boolean overlaps(Row other) {
            return from < other.to && other.from < to;
        }
    }

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private final List<Connection> clients = new ArrayList<>();
    private UUID site = UUID.randomUUID();
    private StaffFixture staff = new StaffFixture(clinic, site);

    @BeforeEach
    void a_site_and_who_comes_past_the_application() throws SQLException {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        staff = new StaffFixture(clinic, site);
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(DriverManager.getConnection(url, username, password));
        }
    }

    /** As the log says: nobody has come. */
    @AfterEach
    void they_leave() throws SQLException {
        clear();
        for (var client : clients) {
            client.close();
        }
    }

    @Test
    void of_64_who_want_the_last_places_of_a_monitor_as_many_as_there_are_get_one() throws Exception {
        staff.monitor("2026-03-03T08:00:00-05:00", "2026-03-03T17:00:00-05:00", 3);

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(race(i -> Row.watched(60, 180)).taken()).hasSize(3);
            clear();
        }
    }

    @Test
    void a_monitor_watches_no_more_than_they_may_at_any_moment_of_times_that_overlap() throws Exception {
        staff.monitor("2026-03-03T08:00:00-05:00", "2026-03-03T12:00:00-05:00", 4);
        staff.monitor("2026-03-03T11:00:00-05:00", "2026-03-03T17:00:00-05:00", 2);
        IntFunction<Integer> places = minute -> (minute < 240 ? 4 : 0) + (minute >= 180 ? 2 : 0);

        for (int round = 0; round < ROUNDS; round++) {
            var random = new Random(round);
            var race = race(i -> {
                var from = 5 * random.nextInt(90);
                return Row.watched(from, Math.min(540, from + 5 * (1 + random.nextInt(30))));
            });
            assertThat(race.taken()).allMatch(row -> fits(row, race.taken(), places, 0));
            assertThat(race.refused()).noneMatch(row -> fits(row, race.taken(), places, 1));
            clear();
        }
    }

    /** Whether there are places enough at each minute for those who are watched, and {@code more}. */
    private static boolean fits(Row row, List<Row> taken, IntFunction<Integer> places, int more) {
        return IntStream.range(row.from(), row.to())
                .allMatch(minute -> more
                                + taken.stream()
                                        .filter(other -> other.from() <= minute && minute < other.to())
                                        .count()
                        <= places.apply(minute));
    }

    @Test
    void of_64_times_that_overlap_on_one_chair_none_is_taken_beside_another() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var random = new Random(round);
            var race = race(i -> {
                var from = 5 * random.nextInt(90);
                return Row.onChair(from, from + 5 * (1 + random.nextInt(18)));
            });
            assertThat(race.taken())
                    .isNotEmpty()
                    .noneMatch(row -> race.taken().stream().anyMatch(other -> other != row && other.overlaps(row)));
            assertThat(race.refused()).allMatch(row -> race.taken().stream().anyMatch(other -> other.overlaps(row)));
            clear();
        }
    }

    @Test
    void a_prescriber_who_leaves_for_a_minute_is_missed() throws SQLException {
        staff.prescriber("2026-03-03T08:00:00-05:00", "2026-03-03T12:00:00-05:00");
        staff.prescriber("2026-03-03T12:01:00-05:00", "2026-03-03T14:00:00-05:00");
        staff.prescriber("2026-03-03T14:00:00-05:00", "2026-03-03T17:00:00-05:00");

        assertThat(insert(Row.watched(120, 240).prescribed())).isNull();
        assertThat(insert(Row.watched(120, 245).prescribed())).isEqualTo("prescriber_present");
        assertThat(insert(Row.watched(240, 260).prescribed())).isEqualTo("prescriber_present");
        assertThat(insert(Row.watched(245, 540).prescribed())).isNull();
        assertThat(insert(Row.watched(500, 545).prescribed())).isEqualTo("prescriber_present");
        assertThat(insert(Row.watched(120, 245))).isNull();
    }

    @Test
    void overbooking_passes_a_chair_and_a_monitor_and_no_prescriber() throws SQLException {
        staff.monitor("2026-03-03T08:00:00-05:00", "2026-03-03T17:00:00-05:00", 1);
        staff.prescriber("2026-03-03T08:00:00-05:00", "2026-03-03T12:00:00-05:00");

        assertThat(insert(Row.watched(60, 120))).isNull();
        assertThat(insert(Row.watched(60, 120))).isEqualTo("monitor_room");
        assertThat(insert(Row.watched(60, 120).prescribed().overbookedOn(CHAIR)))
                .isNull();
        assertThat(insert(Row.watched(60, 120).overbookedOn(CHAIR))).isNull();
        assertThat(insert(Row.watched(200, 245).prescribed().overbookedOn(CHAIR)))
                .isEqualTo("prescriber_present");
        assertThat(insert(Row.onChair(90, 100))).isEqualTo("chair_free");
        assertThat(insert(Row.onChair(120, 130))).isNull();
    }

    @Test
    void who_reads_the_site_before_its_first_monitor_comes_waits_and_is_refused() throws Exception {
        var manager = clients.getFirst();
        manager.setAutoCommit(false);
        update(manager, "select pg_advisory_xact_lock(hashtextextended('" + site + "', 0))");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> insert(clients.getLast(), Row.watched(60, 120)));
            await().until(() -> count(clients.get(1), "pg_locks where locktype = 'advisory' and not granted") > 0);
            update(manager, "update site set monitored = true where site_id = '" + site + "'");
            manager.commit();

            assertThat(waiting.get()).isEqualTo("monitor_room");
            update(manager, "update site set monitored = false where site_id = '" + site + "'");
            manager.commit();
        }
    }

    @Test
    void who_would_not_see_what_others_did_meanwhile_takes_nothing() throws SQLException {
        var client = clients.getFirst();
        client.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> insert(client, Row.onChair(60, 120)))
                .matches(refused -> refused.getSQLState().equals("0A000"));
    }

    private record Race(List<Row> taken, List<Row> refused) {}

    /** All at once, each in a transaction of its own. */
    private Race race(IntFunction<Row> wish) throws Exception {
        var barrier = new CyclicBarrier(CLIENTS);
        var race = new Race(Collections.synchronizedList(new ArrayList<>()), new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rows = IntStream.range(0, CLIENTS).mapToObj(wish).toList();
            var running = new ArrayList<Future<@Nullable String>>();
            for (int i = 0; i < CLIENTS; i++) {
                var client = clients.get(i);
                var row = rows.get(i);
                running.add(threads.submit(() -> {
                    barrier.await();
                    return insert(client, row);
                }));
            }
            for (int i = 0; i < CLIENTS; i++) {
                (running.get(i).get() == null ? race.taken() : race.refused()).add(rows.get(i));
            }
        }
        return race;
    }

    private @Nullable String insert(Row row) throws SQLException {
        return insert(clients.getFirst(), row);
    }

    /** Which constraint refused it; null when it is in. */
    private @Nullable String insert(Connection client, Row row) throws SQLException {
        var sql = "insert into taken (id, site_id, chair_id, start_at, end_at, watched_from, watched_to, prescriber,"
                + " overbooked) values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?)";
        try (var statement = client.prepareStatement(sql)) {
            statement.setObject(1, site);
            statement.setObject(2, row.chair());
            statement.setObject(3, at(row.from()));
            statement.setObject(4, at(row.to()));
            statement.setObject(5, row.watchedFrom() == null ? null : at(row.watchedFrom()));
            statement.setObject(6, row.watchedFrom() == null ? null : at(row.to()));
            statement.setBoolean(7, row.prescriber());
            statement.setBoolean(8, row.overbooked());
            statement.executeUpdate();
            return null;
        } catch (SQLException refused) {
            if (!refused.getSQLState().equals("23P01")) {
                throw refused;
            }
            return ((PSQLException) refused).getServerErrorMessage().getConstraint();
        }
    }

    private static Object at(int minute) {
        return EIGHT.plusSeconds(60L * minute).atOffset(ZoneOffset.UTC);
    }

    private void clear() throws SQLException {
        update(clients.getLast(), "delete from taken where site_id = '" + site + "'");
    }

    private static void update(Connection client, String sql) throws SQLException {
        try (var statement = client.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection client, String rows) throws SQLException {
        try (var statement = client.createStatement();
                var found = statement.executeQuery("select count(*) from " + rows)) {
            found.next();
            return found.getLong(1);
        }
    }
}

package io.upswing.series;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.series.Histories.Facts;
import io.upswing.series.Histories.History;
import io.upswing.series.Histories.Recorded;
import io.upswing.series.Standing.State;
import io.upswing.session.events.SessionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history, beside the table of cases. */
class DueRulesPropertiesTest {
    private static final List<State> FORWARD =
            List.of(State.NOT_DUE, State.WINDOW_OPEN, State.LATE, State.OVERDUE, State.GATE_PENDING, State.LAPSED);
    private static final int DAYS_AFTER_THE_LAST_FACT = 130;
    private static final int SEEDS = 10_000;
    private static final ObjectMapper JSON = SessionJson.mapper();

    @Provide
    Arbitrary<History> histories() {
        return Histories.any();
    }

    @Property(tries = SEEDS, edgeCases = EdgeCasesMode.NONE, seed = "20260302")
    void facts_do_not_depend_on_the_order_in_which_they_were_recorded(
            @ForAll("histories") History history, @ForAll long seed) {
        assertThat(history.shuffled(new Random(seed))).isEqualTo(history.inOrder());
    }

    /** The row is stored and read back before each event that the seed picks, and the answers are those of one fold. */
    @Property(tries = SEEDS, edgeCases = EdgeCasesMode.NONE, seed = "20260303")
    void folding_on_from_the_stored_row_gives_what_folding_at_once_gives(
            @ForAll("histories") History history, @ForAll long seed) {
        var random = new Random(seed);
        var at = random.nextInt(history.recorded().size() + 1);
        var facts = stored(history.fold(history.recorded().subList(0, at)));
        for (var recorded : history.recorded().subList(at, history.recorded().size())) {
            facts = facts.with(recorded);
        }
        var asOf = Histories.START.plusDays(random.nextInt(300));

        assertThat(facts).isEqualTo(history.inOrder());
        assertThat(facts.standing(asOf)).isEqualTo(history.inOrder().standing(asOf));
    }

    private static Facts stored(Facts facts) {
        try {
            return new Facts(
                    JSON.readValue(JSON.writeValueAsBytes(facts.course()), CourseFacts.class),
                    JSON.readValue(JSON.writeValueAsBytes(facts.patient()), PatientFacts.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the days that are announced, one after the other: between them nothing changes, as another property shows. */
    @Property(tries = SEEDS, edgeCases = EdgeCasesMode.NONE, seed = "20260304")
    void windows_are_ordered_and_end_before_the_lapse_on_every_day_of_change(@ForAll("histories") History history) {
        var facts = history.inOrder();
        var day = Histories.START;
        while (day != null) {
            var standing = facts.standing(day);
            assertOrdered(standing);
            day = standing.changesOn();
        }
    }

    @Property(tries = 300, seed = "20260311")
    void windows_are_ordered_and_end_before_the_lapse(@ForAll("histories") History history) {
        everyDay(history).forEach(DueRulesPropertiesTest::assertOrdered);
    }

    private static void assertOrdered(Standing standing) {
        var next = standing.next();
        if (next != null) {
            assertThat(List.of(next.earliest(), next.targetFrom(), next.targetTo(), next.latest()))
                    .isSorted();
            assertThat(standing.lapsesOn() == null || next.latest().isBefore(standing.lapsesOn()))
                    .isTrue();
        }
        for (var item : standing.dueItems()) {
            assertThat(List.of(item.from(), item.on(), item.overdueAfter())).isSorted();
            assertThat(item.because()).isNotEmpty();
        }
    }

    @Property(tries = 300, seed = "20260312")
    void between_facts_a_state_only_moves_forward(@ForAll("histories") History history) {
        var facts = new HashSet<>(history.dates());
        var days = everyDay(history);
        for (var day = 1; day < days.size(); day++) {
            var before = days.get(day - 1).state();
            var state = days.get(day).state();
            if (!facts.contains(days.get(day).asOf()) && before != state) {
                assertThat(FORWARD.indexOf(state))
                        .as("%s after %s on %s", state, before, days.get(day).asOf())
                        .isGreaterThan(FORWARD.indexOf(before))
                        .isPositive();
                assertThat(FORWARD).contains(before);
            }
        }
    }

    @Property(tries = 300, seed = "20260313")
    void a_further_session_never_moves_the_last_one_back(
            @ForAll("histories") History history, @ForAll @IntRange(min = -30, max = 200) int day) {
        var asOf = history.end().plusDays(DAYS_AFTER_THE_LAST_FACT);
        var facts = history.inOrder();
        var session = CourseFixture.administration(CourseFixture.id(999), Histories.START.plusDays(day), true, null);
        var before = facts.standing(asOf).lastSession();
        var after = facts.with(new Recorded(session, 999)).standing(asOf);

        assertThat(before == null
                        || after.lastSession() == null
                        || !after.lastSession().isBefore(before))
                .isTrue();
    }

    @Property(tries = 200, seed = "20260314")
    void facts_dated_later_are_not_considered(@ForAll("histories") History history) {
        for (var standing : everyDay(history)) {
            var known = history.groups().stream()
                    .filter(group -> !history.dates()
                            .get(history.groups().indexOf(group))
                            .isAfter(standing.asOf()))
                    .flatMap(List::stream)
                    .toList();
            var then = history.fold(known).standing(standing.asOf(), history.appointments());

            assertThat(steady(then)).isEqualTo(steady(standing));
        }
    }

    @Property(tries = 300, seed = "20260315")
    void nothing_changes_by_itself_before_the_date_that_is_announced(@ForAll("histories") History history) {
        var days = everyDay(history);
        for (var day = 1; day < days.size(); day++) {
            var before = days.get(day - 1);
            var today = days.get(day).asOf();
            if (before.changesOn() == null || today.isBefore(before.changesOn())) {
                assertThat(steady(days.get(day))).as("on " + today).isEqualTo(steady(before));
            }
        }
    }

    private static List<Standing> everyDay(History history) {
        var facts = history.inOrder();
        var appointments = history.appointments();
        var standings = new ArrayList<Standing>();
        var last = history.end().plusDays(DAYS_AFTER_THE_LAST_FACT);
        for (var day = Histories.START.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            standings.add(facts.standing(day, appointments));
        }
        return standings;
    }

    /** A standing without what counts on from day to day. */
    private static List<Object> steady(Standing standing) {
        var parts = new ArrayList<Object>(List.of(
                standing.state(),
                standing.phase(),
                standing.given(),
                standing.givenInTotal(),
                standing.gates(),
                standing.flags(),
                standing.prompts(),
                standing.dueItems()));
        parts.add(standing.next());
        parts.add(standing.day1());
        parts.add(standing.intervalDays());
        parts.add(standing.lapsesOn());
        return parts;
    }
}

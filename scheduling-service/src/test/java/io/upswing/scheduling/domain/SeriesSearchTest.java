package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.series.CourseFacts;
import io.upswing.series.DueRules;
import io.upswing.series.Next;
import io.upswing.series.PatientFacts;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The search against every plan there is, each held to the due rules as if its sessions had been given. */
class SeriesSearchTest {
    private static final int CASES = 300;
    private static final int DAYS = 30;

    @Test
    void no_plan_costs_less_than_the_one_that_is_found() {
        var planned = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var small = Case.of(new Random(seed));
            var found = Plans.of(small.outline(), small, small.from().plusDays(DAYS))
                    .best();
            var best = small.everyPlan();

            assertThat(found == null ? null : found.cost())
                    .as("case %d: %s", seed, small)
                    .isEqualTo(best);
            planned += best == null ? 0 : 1;
        }
        assertThat(planned).isBetween(CASES / 4, CASES * 3 / 4 + 50);
    }

    private record Case(
            CourseFacts facts, TreeSet<LocalDate> fixed, LocalDate from, int count, TreeMap<LocalDate, Choice> choices)
            implements Choices {

        @Override
        public @Nullable Choice on(LocalDate date) {
            return choices.get(date);
        }

        @Override
        public int keptAfter(LocalDate date) {
            return (int) choices.tailMap(date, false).values().stream()
                    .filter(choice -> choice.kept() != null)
                    .count();
        }

        static Case of(Random random) {
            var schedule = random.nextBoolean() ? ScheduleFixture.esketamine() : ScheduleFixture.infusions();
            var given = new ArrayList<LocalDate>();
            var date = MONDAY.minusDays(random.nextInt(30));
            for (int i = random.nextInt(8); i > 0 && date.isBefore(MONDAY); i--) {
                given.add(date);
                date = date.plusDays(2L + random.nextInt(4));
            }
            var fixed = new TreeSet<LocalDate>();
            for (int i = random.nextInt(6) - 3; i > 0; i--) {
                fixed.add(MONDAY.plusDays(random.nextInt(DAYS)));
            }
            var from = MONDAY.plusDays(random.nextInt(4));
            var choices = new TreeMap<LocalDate, Choice>();
            for (int day = 0; day < DAYS; day++) {
                if (random.nextInt(10) < 4) {
                    choices.put(from.plusDays(day), choice(from.plusDays(day), random));
                }
            }
            var course = DeskFixture.course(schedule, given.toArray(LocalDate[]::new));
            return new Case(course.facts(), fixed, from, 1 + random.nextInt(4), choices);
        }

        private static Choice choice(LocalDate date, Random random) {
            var slot = new Slot(at(date, "09:00"), at(date, "11:50"), id(1));
            var kept = random.nextInt(8) == 0 ? Booking.of(DeskFixture.booked(id(2), date)) : null;
            return new Choice(slot, random.nextInt(4), random.nextInt(3), kept);
        }

        @Override
        public String toString() {
            var given = facts.given().sessions().stream()
                    .map(session -> session.on())
                    .toList();
            return count + " from " + from + " given " + given + " fixed " + fixed + " of " + choices;
        }

        Outline outline() {
            return new Outline(facts, fixed, from, count, List.of());
        }

        /** The cost of the cheapest; null when there is none. */
        @Nullable
        Cost everyPlan() {
            return cheapest(facts, List.of(), null, Cost.NONE);
        }

        /** Goes on from what was given so far, {@code last} the latest date of it that is to come. */
        private @Nullable Cost cheapest(CourseFacts then, List<LocalDate> plan, @Nullable LocalDate last, Cost sofar) {
            var next = last == null ? fixed.isEmpty() ? null : fixed.first() : fixed.higher(last);
            var best = plan.size() == count && next == null ? sofar : null;
            if (next != null) {
                best = cheaper(best, cheapest(given(then, next), plan, next, sofar.plus(ofFixed(then, next))));
            }
            if (plan.size() == count) {
                return best;
            }
            for (var choice : choices.entrySet()) {
                var date = choice.getKey();
                if ((last == null || date.isAfter(last)) && (next == null || date.isBefore(next))) {
                    var cost = ofNew(then, plan, date, choice.getValue());
                    if (cost != null) {
                        var longer =
                                Stream.concat(plan.stream(), Stream.of(date)).toList();
                        best = cheaper(best, cheapest(given(then, date), longer, date, sofar.plus(cost)));
                    }
                }
            }
            return best;
        }

        private Cost ofFixed(CourseFacts then, LocalDate date) {
            var window = window(then, date);
            return window == null ? Cost.NONE : Cost.ofDate(date, window);
        }

        private @Nullable Cost ofNew(CourseFacts then, List<LocalDate> plan, LocalDate date, Choice choice) {
            var window = window(then, date);
            var booked = Stream.concat(fixed.stream(), plan.stream()).toList();
            if (window == null
                    || new Spacing(facts, date, booked).conflict(date).isPresent()) {
                return null;
            }
            var late = plan.isEmpty() && window.latest().isBefore(from);
            var days = window.latest().toEpochDay() - window.earliest().toEpochDay();
            var aim = late
                    ? new Next(window.kind(), from, from, from, from.plusDays(days), window.provisional())
                    : window;
            return aim.holds(date) ? Cost.of(date, aim, choice) : null;
        }

        private static @Nullable Next window(CourseFacts then, LocalDate date) {
            return DueRules.standing(then, PatientFacts.NONE, date, List.of()).next();
        }

        private static CourseFacts given(CourseFacts facts, LocalDate date) {
            var session = new UUID(7, date.toEpochDay());
            return facts.with(
                    new AdministrationRecorded(
                            COURSE, session, SITE, date, new BigDecimal("56"), true, null, null, null, null),
                    session);
        }

        private static @Nullable Cost cheaper(@Nullable Cost one, @Nullable Cost other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.compareTo(one) < 0 ? other : one;
        }
    }
}

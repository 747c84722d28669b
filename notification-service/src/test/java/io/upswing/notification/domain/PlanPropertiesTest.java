package io.upswing.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Reminder.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every plan, whatever a patient's weeks were like. */
class PlanPropertiesTest {
    private static final int SEEDS = Integer.getInteger("upswing.simulation.seeds", 150);
    private static final Set<State> TOLD = EnumSet.of(State.STARTED, State.SENT, State.DELIVERED, State.UNKNOWN);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_plan_follows_from_what_is_known_alone(long seed) {
        var weeks = new PatientWeeks(seed);
        weeks.live(known -> {
            var plan = sorted(weeks.plan());
            var shuffled = new ArrayList<>(known.matters());
            Collections.shuffle(shuffled, new Random(seed));
            var other = new Known(
                    known.patientId(), known.clinic(), known.patient(), known.erased(), shuffled, known.dispatches());
            assertThat(sorted(Plan.of(other, weeks.policies(), weeks.now()))).isEqualTo(plan);
            assertThat(plan).extracting(Reminder::id).doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_told_stays_told_and_is_never_planned_again(long seed) {
        var weeks = new PatientWeeks(seed);
        var told = new HashSet<UUID>();
        weeks.live(known -> {
            var states = new HashMap<UUID, State>();
            weeks.plan().forEach(reminder -> states.put(reminder.id(), reminder.state()));
            assertThat(known.dispatches().keySet()).isSubsetOf(states.keySet());
            known.dispatches().values().stream()
                    .filter(Dispatch::told)
                    .forEach(dispatch -> told.add(dispatch.reminderId()));
            for (var id : told) {
                var dispatch = Objects.requireNonNull(known.dispatches().get(id));
                if (dispatch.told()) {
                    assertThat(states.get(id)).isIn(TOLD);
                }
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_is_written_to_at_night_or_too_late_or_against_their_will(long seed) {
        var weeks = new PatientWeeks(seed);
        weeks.live(known -> weeks.plan().stream()
                .filter(reminder -> reminder.state() == State.PLANNED)
                .filter(reminder -> !reminder.audience().isStaff())
                .forEach(reminder -> {
                    var at = reminder.sendAt().isBefore(weeks.now()) ? weeks.now() : reminder.sendAt();
                    var recipient = Objects.requireNonNull(known.told(at, weeks.now()));
                    assertThat(weeks.policies().hours().contain(at, recipient.zone()))
                            .isTrue();
                    assertThat(recipient.consent(reminder.channel())).isNotEqualTo(Consent.REFUSED);
                    assertThat(known.erased()).isFalse();
                    var until = reminder.until();
                    assertThat(until == null || at.isBefore(until)).isTrue();
                }));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_gets_more_than_they_may(long seed) {
        var weeks = new PatientWeeks(seed);
        weeks.live(known -> {
            var recipient = known.told(weeks.now(), weeks.now());
            if (recipient == null) {
                return;
            }
            var perDay = new HashMap<LocalDate, Integer>();
            weeks.plan().stream()
                    .filter(reminder -> reminder.state() == State.PLANNED && reminder.channel() != Channel.WORKLIST)
                    .map(reminder -> reminder.sendAt().isBefore(weeks.now()) ? weeks.now() : reminder.sendAt())
                    .forEach(at -> perDay.merge(date(at, recipient), 1, Integer::sum));
            var planned = Map.copyOf(perDay);
            known.dispatches().values().stream()
                    .filter(dispatch -> dispatch.told() && dispatch.channel() != Channel.WORKLIST)
                    .forEach(dispatch -> perDay.merge(
                            date(Objects.requireNonNull(dispatch.startedAt()), recipient), 1, Integer::sum));
            // what was sent in another zone may count for two on a date of this one; what is planned adds nothing then
            for (var date : planned.keySet()) {
                assertThat(perDay.get(date))
                        .isLessThanOrEqualTo(weeks.policies().caps().perDay());
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everything_that_is_due_is_told_or_has_a_reason(long seed) {
        var weeks = new PatientWeeks(seed);
        weeks.live(known -> weeks.plan().forEach(reminder -> {
            assertThat(reminder.why()).isNotBlank();
            assertThat(reminder.suppression() != null).isEqualTo(reminder.state() == State.SUPPRESSED);
            if (reminder.state() == State.PLANNED && !reminder.sendAt().isAfter(weeks.now())) {
                assertThat(Dispatching.start(reminder, reminder.attempt(), Map.of(), weeks.policies(), weeks.now()))
                        .isPresent();
            }
        }));
    }

    private static LocalDate date(Instant at, Recipient recipient) {
        return at.atZone(recipient.zone()).toLocalDate();
    }

    private static List<Reminder> sorted(List<Reminder> plan) {
        return plan.stream().sorted(Comparator.comparing(Reminder::id)).toList();
    }
}

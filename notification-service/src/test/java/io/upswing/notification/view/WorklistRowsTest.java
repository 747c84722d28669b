package io.upswing.notification.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.notification.TestClock;
import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Policy;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Suppression;
import io.upswing.notification.domain.Worklist;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The query of the worklist and {@link Worklist} say the same of every reminder there can be. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class WorklistRowsTest {
    private static final String CLINIC = "clinic-of-all-cases";
    private static final Instant NOW = TestClock.NOW.plusMillis(500);
    private static final Duration LATE = Policies.DEFAULTS.onTime();

    /** An appointment wants an answer too. */
    private static final Policies POLICIES = policies();

    /** On either side of every bound there is. */
    private static final List<Duration> AGES = List.of(
            Duration.ofDays(-1),
            Duration.ofMillis(-1),
            Duration.ZERO,
            LATE,
            LATE.plusMillis(1),
            Duration.ofDays(3).minusMillis(1),
            Duration.ofDays(3));

    /** The others are of answers. */
    private static final Worklist.Kind[] OF_REMINDERS = {
        Worklist.Kind.PERHAPS_SENT,
        Worklist.Kind.NOT_SENT,
        Worklist.Kind.UNREACHABLE,
        Worklist.Kind.LATE,
        Worklist.Kind.UNANSWERED,
        Worklist.Kind.TO_DO
    };

    @Inject
    WorklistRows worklist;

    @Inject
    ReminderRows rows;

    @Test
    @TestTransaction // nothing of this is ever sent
    void the_list_shows_what_the_rule_says() {
        var cases = cases();
        rows.save(cases);

        var bySql = new TreeMap<String, Worklist.Kind>();
        for (var item : listed()) {
            bySql.put(nameOf(Objects.requireNonNull(item.reminder())), item.kind());
        }
        assertThat(bySql).isEqualTo(byRule(cases));
        assertThat(bySql.values()).contains(OF_REMINDERS);
    }

    private static Policies policies() {
        var like = Policies.DEFAULTS;
        var all = like.policies().stream()
                .map(policy -> policy.about() == About.Kind.APPOINTMENT
                        ? new Policy(policy.about(), policy.steps(), Duration.ZERO)
                        : policy)
                .toList();
        return new Policies(all, like.channels(), like.hours(), like.caps(), like.usefulFor(), like.onTime());
    }

    private static Map<String, Worklist.Kind> byRule(List<Reminder> cases) {
        var kinds = new TreeMap<String, Worklist.Kind>();
        for (var each : cases) {
            Worklist.of(each, POLICIES, NOW).ifPresent(kind -> kinds.put(nameOf(each), kind));
        }
        return kinds;
    }

    private List<WorklistRows.Item> listed() {
        var items = new ArrayList<WorklistRows.Item>();
        for (int page = 0; ; page++) {
            var part = worklist.page(CLINIC, null, POLICIES, NOW, page, 200).items();
            if (part.isEmpty()) {
                return items;
            }
            items.addAll(part);
        }
    }

    private static List<Reminder> cases() {
        var cases = new ArrayList<Reminder>();
        for (var state : Reminder.State.values()) {
            for (var about : abouts()) {
                for (var step : List.of("1-day-before", "due-on", "overdue", "day-after")) {
                    for (var age : AGES) {
                        cases.add(reminder(state, about, step, age, true));
                        cases.add(reminder(state, about, step, age, false));
                    }
                }
            }
        }
        return cases.stream().flatMap(WorklistRowsTest::ways).toList();
    }

    /** By mail and to staff, and for each thing that may hold it back. */
    private static Stream<Reminder> ways(Reminder one) {
        return one.state() == Reminder.State.SUPPRESSED
                ? Arrays.stream(Suppression.values()).map(held -> as(one, Channel.EMAIL, held))
                : Stream.of(as(one, Channel.EMAIL, null), as(one, Channel.WORKLIST, null));
    }

    /** Each is another patient's: which of one patient's stands is not the rule's to say. */
    private static Reminder as(Reminder one, Channel channel, @Nullable Suppression held) {
        return new Reminder(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CLINIC,
                one.about(),
                one.step(),
                Audience.PATIENT,
                channel,
                "template",
                1,
                one.dueAt(),
                one.sendAt(),
                one.state(),
                held,
                "why",
                one.open(),
                one.until(),
                false,
                1);
    }

    private static List<About> abouts() {
        var abouts = new ArrayList<About>();
        for (var start : List.of(NOW.minusMillis(1), NOW, NOW.plusMillis(1), Instant.parse("2026-03-11T14:00:00Z"))) {
            abouts.add(new About.AnAppointment(new UUID(1, 1), start, 1));
        }
        abouts.add(new About.AnAppointment(new UUID(1, 1), NOW.plusSeconds(60), 2));
        for (var kind : List.of(About.Kind.CHANGED, About.Kind.CALLED_OFF, About.Kind.DELAYED)) {
            abouts.add(new About.AChange(new UUID(1, 1), kind, NOW, NOW.plusMillis(1)));
            abouts.add(new About.AChange(new UUID(1, 1), kind, NOW, NOW));
        }
        for (var kind :
                Arrays.stream(About.Kind.values()).filter(About.Kind::isDueItem).toList()) {
            abouts.add(new About.ADueItem(new UUID(2, 1), kind, "maintenance/SESSION"));
        }
        return abouts;
    }

    private static Reminder reminder(Reminder.State state, About about, String step, Duration age, boolean open) {
        return new Reminder(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CLINIC,
                about,
                step,
                Audience.PATIENT,
                Channel.EMAIL,
                "template",
                1,
                NOW.minus(age),
                NOW.minus(age),
                state,
                null,
                "why",
                open,
                until(about),
                false,
                1);
    }

    private static @Nullable Instant until(About about) {
        return switch (about) {
            case About.AnAppointment appointment -> appointment.start();
            case About.AChange change -> change.start();
            case About.ADueItem item -> null;
            case About.AnOffer offer -> null;
        };
    }

    private static String nameOf(Reminder reminder) {
        return "%s %s %s %s %s %s %s"
                .formatted(
                        reminder.state(),
                        reminder.channel(),
                        reminder.suppression(),
                        reminder.open() ? "open" : "closed",
                        reminder.about().key(),
                        reminder.step(),
                        reminder.dueAt());
    }
}

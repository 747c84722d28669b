package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.LocalSystem;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The sender dies again and again while it sends by mail and by text, and some of what the provider does is odd besides:
 * counted where messages arrive, nobody is told twice, and nobody is forgotten.
 */
@Tag("long")
class ReminderKillStory {
    private static final int KILLS = Integer.getInteger("stories.kills", 50);
    private static final int SENDS = Integer.getInteger("stories.sends", 5_000);

    /** Messages that the sender has on their way at once: as many at most are in doubt after each kill. */
    private static final int ON_THEIR_WAY = 16;

    private static final String VICTIM = "notification-service";

    /** Of a claim whose owner died, and then of a start without an outcome. */
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    private final LocalSystem system = RunningSystem.get();
    private final Clinic clinic = Clinic.of("reminder kill");
    private final Daytime here = Daytime.somewhere();

    @Test
    void nobody_is_told_twice_and_nobody_is_forgotten() {
        system.textMessages().start();
        Adopted.by(clinic).withTextMessages().adopt();
        var crowd = new Crowd(clinic, here, clinic.site(here.zone().getId()), SENDS / Crowd.MESSAGES);
        var dueBy = Clock.systemUTC().instant();
        fill(crowd);

        var began = System.nanoTime();
        var before = accepted();
        system.up();
        var certain = (long) crowd.messages() - (long) ON_THEIR_WAY * KILLS;
        for (int kill = 1; kill <= KILLS; kill++) {
            killAfter(before + certain * kill / (KILLS + 1));
        }
        var killed = System.nanoTime();
        Wait.orFail(PATIENCE, "an end of every reminder", () -> Ledger.open(clinic, dueBy) == 0);

        var told = Told.by(system);
        var ledger = Ledger.of(clinic, dueBy);
        say(told, ledger, Duration.ofNanos(killed - began), Duration.ofNanos(System.nanoTime() - began));
        assertThat(ledger.states()).hasSize(crowd.messages());
        ledger.states().forEach((reminder, state) -> check(reminder, state, told, ledger));
    }

    /** While the sender is away, so that all are due at once when it comes. */
    private void fill(Crowd crowd) {
        system.process(VICTIM).stop();
        try {
            crowd.comes();
            crowd.meetsBadDays(system.textMessages());
        } catch (RuntimeException | Error e) {
            system.up(); // other stories need it
            throw e;
        }
    }

    private void killAfter(long messages) {
        Wait.orFail(PATIENCE, messages + " messages to arrive", () -> accepted() >= messages);
        system.process(VICTIM).kill9();
        system.up();
    }

    private int accepted() {
        return system.mail().count() + system.textMessages().count();
    }

    private static void check(UUID reminder, String state, Told told, Ledger ledger) {
        var times = told.times(reminder);
        switch (state) {
            case "SENT", "DELIVERED" ->
                assertThat(times).as(state + " " + reminder).isEqualTo(1);
            case "UNKNOWN" -> {
                assertThat(times).as("in doubt " + reminder).isLessThanOrEqualTo(1);
                assertThat(ledger.perhapsSent()).as("what somebody looks after").contains(reminder);
            }
            default -> assertThat(state).as("what became of " + reminder).isIn("SENT", "DELIVERED", "UNKNOWN");
        }
    }

    private static void say(Told told, Ledger ledger, Duration kills, Duration all) {
        var reminders = ledger.states().keySet();
        System.out.printf(
                "Reminders under %d kills (%d s, until all had an end %d s): %d reminders; at the receivers %d by mail and %d"
                        + " by text; told once %d, told twice %d; in the log %d sent, %d delivered, %d in doubt, of which %d"
                        + " had arrived and all are on the worklist%n",
                KILLS,
                kills.toSeconds(),
                all.toSeconds(),
                reminders.size(),
                count(reminders, told.byMail()::containsKey),
                count(reminders, told.byText()::containsKey),
                count(reminders, id -> told.times(id) == 1),
                count(reminders, id -> told.times(id) > 1),
                ledger.count("SENT"),
                ledger.count("DELIVERED"),
                ledger.count("UNKNOWN"),
                count(ledger.perhapsSent(), id -> told.times(id) > 0));
    }

    private static long count(Set<UUID> reminders, Predicate<UUID> which) {
        return reminders.stream().filter(which).count();
    }
}

package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.LocalSystem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * How many mails a second arrive that are all due at once, beside what arrives of bare sends at the same server; and how
 * long after their time those arrive that come due in the course of a minute. Counted where they arrive.
 */
final class DispatchBench {
    private static final String CLINIC = "bench-dispatch";
    private static final int SENDERS = 16;

    /** Until then the compiler has a third of the processor. */
    private static final int WARM_UP = 15_000;

    private static final int AT_ONCE = 3_000;
    private static final int IN_A_MINUTE = 10_000;
    private static final double SHARE = 0.5;
    private static final int MINUTES_BEFORE = 180;
    private static final int NOON = 12;
    private static final Duration UNTIL_PLANNED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LocalSystem system;
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(29);
    private final RawSmtp raw;
    private int sent;
    private int reminded;
    private int rounds;

    DispatchBench(LocalSystem system) {
        this.system = system;
        this.raw = new RawSmtp(system.mail().port());
    }

    void run(Consumer<Figure> report) {
        system.process("scheduling-service").stop();
        system.process("session-service").stop();
        new Reminding(system.api(CLINIC)).minutesBefore(MINUTES_BEFORE);
        send(WARM_UP);
        dispatch(WARM_UP);
        var duel = Duel.of(() -> dispatch(AT_ONCE), () -> send(AT_ONCE));
        report.accept(Figure.rate(
                        "reminders to the mail server",
                        duel.measured(),
                        new Limit("bare sends, " + SENDERS + " at once", Quantity.perSecond(duel.limit())),
                        SHARE)
                .noting(String.format(Locale.ROOT, "%,d due at once, each started and accepted in the log", AT_ONCE)));
        lag(report);
    }

    private double send(int count) {
        var outcome = new ClosedLoop(SENDERS).run(sent, count, raw::send);
        sent += count;
        return outcome.perSecond();
    }

    /** From the first to arrive to the last. */
    private double dispatch(int count) {
        var due = clock.instant().plus(UNTIL_PLANNED);
        var arrived = arrivals(remind(count, number -> due));
        return (count - 1)
                / (Duration.between(arrived.getFirst(), arrived.getLast()).toNanos() / 1e9);
    }

    private void lag(Consumer<Figure> report) {
        var from = clock.instant().plus(UNTIL_PLANNED);
        IntFunction<Instant> due =
                number -> from.plus(Duration.ofMinutes(1).multipliedBy(number).dividedBy(IN_A_MINUTE));
        var history = remind(IN_A_MINUTE, due);
        var lags = new Latencies();
        var arrived = arrived(history);
        for (int number = 0; number < IN_A_MINUTE; number++) {
            lags.record(Duration.between(due.apply(number), arrived.get(history.address(number)))
                    .toNanos());
        }
        for (var percent : List.of(50, 99, 100)) {
            report.accept(Figure.unasked(
                    String.format(Locale.ROOT, "%,d due in a minute: late by, p%d", IN_A_MINUTE, percent),
                    lags.percentile(percent),
                    null));
        }
    }

    /** Everybody has an appointment, and its reminder is due when the number says. */
    private ReminderHistory remind(int count, IntFunction<Instant> due) {
        rounds++;
        var history = new ReminderHistory(
                CLINIC,
                ids,
                daytime(),
                "round" + rounds + "-",
                count,
                number -> List.of(due.apply(number).plus(Duration.ofMinutes(MINUTES_BEFORE))));
        history.write(system.bootstrapServers());
        return history;
    }

    private List<Instant> arrivals(ReminderHistory history) {
        return arrived(history).values().stream().sorted().toList();
    }

    /** When each address got its mail. */
    private Map<String, Instant> arrived(ReminderHistory history) {
        reminded += history.patients();
        Wait.orFail(PATIENCE, "all mail to arrive", () -> system.mail().count() >= sent + reminded);
        return system.mail().mails().stream()
                .filter(mail -> history.isAddress(mail.to()))
                .collect(Collectors.toMap(Mail::to, Mail::at)); // throws where somebody got two
    }

    /** Where it is about noon now: nobody is written to at night. */
    private ZoneOffset daytime() {
        return ZoneOffset.ofHours(
                NOON - clock.instant().atOffset(ZoneOffset.UTC).getHour());
    }
}

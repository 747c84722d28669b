package io.upswing.deploy.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much is measured.
 *
 * @param events replayed, of so many {@code patients}
 * @param rate requests a second
 * @param seconds of each measurement, after its warm-up
 * @param appointments in the calendar, when a time is looked for and booked
 */
record Sizes(int events, int patients, int rate, int seconds, int writers, int appointments) {
    static final Sizes USUAL = new Sizes(1_000_000, 20_000, 200, 20, 16, 10_000);

    /** Takes the options out of the arguments; what is left are words. */
    static Sizes takenFrom(List<String> arguments) {
        var sizes = USUAL;
        var rest = new ArrayDeque<>(arguments);
        arguments.clear();
        while (!rest.isEmpty()) {
            var argument = rest.poll();
            if (argument.startsWith("--")) {
                sizes = sizes.with(argument, () -> number(argument, rest.poll()));
            } else {
                arguments.add(argument);
            }
        }
        return sizes;
    }

    private Sizes with(String option, IntSupplier number) {
        return switch (option) {
            case "--events" -> new Sizes(number.getAsInt(), patients, rate, seconds, writers, appointments);
            case "--patients" -> new Sizes(events, number.getAsInt(), rate, seconds, writers, appointments);
            case "--rate" -> new Sizes(events, patients, number.getAsInt(), seconds, writers, appointments);
            case "--seconds" -> new Sizes(events, patients, rate, number.getAsInt(), writers, appointments);
            case "--writers" -> new Sizes(events, patients, rate, seconds, number.getAsInt(), appointments);
            case "--appointments" -> new Sizes(events, patients, rate, seconds, writers, number.getAsInt());
            default ->
                throw new IllegalArgumentException("Not understood: " + option
                        + "; there are --events, --patients, --rate, --seconds, --writers, --appointments");
        };
    }

    private static int number(String option, @Nullable String text) {
        if (text == null || !text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(option + " takes a whole number above 0, not " + text);
        }
        return Integer.parseInt(text);
    }

    Duration time() {
        return Duration.ofSeconds(seconds);
    }
}

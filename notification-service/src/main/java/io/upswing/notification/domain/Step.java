package io.upswing.notification.domain;

import java.util.List;

/**
 * One message about a matter.
 *
 * @param name unique within its policy, and part of every reminder's id
 * @param channels in the order in which they are tried; the one that the patient prefers goes first if it is among them, and
 *     the next is tried only after one has certainly not told anybody
 */
public record Step(
        String name,
        Offset offset,
        Audience audience,
        List<Channel> channels,
        String template,
        int templateVersion,
        Stop stop) {
    public Step {
        channels = List.copyOf(channels);
    }

    String inWords() {
        var from = offset.anchor().inWords();
        return switch (offset) {
            case Offset.Day(var anchor, var days, var at) ->
                (days == 0 ? "on " + from : count(Math.abs((long) days), "day") + side(days) + from) + " at " + at;
            case Offset.Span(var anchor, var after) ->
                after.isZero() ? "when " + from : inWords(Math.abs(after.toMinutes())) + side(after.toMinutes()) + from;
        };
    }

    private static String inWords(long minutes) {
        return minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static String side(long number) {
        return number < 0 ? " before " : " after ";
    }
}

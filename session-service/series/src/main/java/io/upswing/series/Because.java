package io.upswing.series;

import java.util.List;
import java.util.UUID;

/**
 * One step of an answer: the rule, what it says here, where its numbers come from, and the events it rests on. {@code
 * rule}: R1 to R17; of a due item that has none of these, its kind.
 */
public record Because(String rule, String text, String source, List<UUID> events) {
    public Because {
        events = List.copyOf(events);
    }
}

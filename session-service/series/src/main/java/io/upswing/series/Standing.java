package io.upswing.series;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a course stands on a date. {@code lapsesOn}: the first date on which it counts as lapsed. {@code changesOn}: the
 * next date on which it changes without a new event (its running counts aside: treatmentWeek, missedTargets and
 * weekShortfall); null if never.
 */
public record Standing(
        UUID courseId,
        UUID patientId,
        ProtocolRef protocol,
        LocalDate asOf,
        State state,
        String phase,
        @Nullable Integer treatmentWeek,
        int given,
        @Nullable Integer planned,
        int givenInTotal,
        @Nullable LocalDate day1,
        @Nullable LocalDate lastSession,
        @Nullable Next next,
        List<Gate> gates,
        @Nullable Integer intervalDays,
        int missedTargets,
        int noShows,
        List<Shortfall> weekShortfall,
        @Nullable LocalDate lapsesOn,
        List<Flag> flags,
        List<Prompt> prompts,
        List<DueItem> dueItems,
        List<Because> because,
        @Nullable LocalDate changesOn) {

    /** R14, in the order in which they are tried. */
    public enum State {
        STOPPED,
        COMPLETED,
        PAUSED,
        NOT_STARTED,
        LAPSED,
        GATE_PENDING,
        OVERDUE,
        LATE,
        WINDOW_OPEN,
        NOT_DUE
    }

    /** The version of a protocol that the course pinned. */
    public record ProtocolRef(String id, int version) {}

    /** R15: an ended treatment week with fewer sessions than planned. */
    public record Shortfall(int week, int missing) {}

    /** R16: something for a clinician to decide; never automatic. {@code evidence}: the events it rests on. */
    public record Prompt(String code, String text, List<String> evidence) {}

    public Standing {
        gates = List.copyOf(gates);
        weekShortfall = List.copyOf(weekShortfall);
        flags = List.copyOf(flags);
        prompts = List.copyOf(prompts);
        dueItems = List.copyOf(dueItems);
        because = List.copyOf(because);
    }
}

package io.upswing.scheduling.view;

import io.upswing.series.DueItem;
import io.upswing.series.Standing;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the call list: what is due for whom, and where the course stands. */
public record DueEntry(
        UUID courseId,
        UUID patientId,
        UUID siteId,
        DueItem.Kind kind,
        DueItem.Audience audience,
        String subject,
        LocalDate from,
        LocalDate on,
        LocalDate overdueAfter,
        DueItem.State state,
        boolean provisional,
        @Nullable UUID appointmentId,
        @Nullable Boolean bookedOutsideWindow,
        Summary standing) {

    /** The most urgent first; of those alike the longest waiting. */
    static final Comparator<DueEntry> BY_URGENCY = Comparator.comparing(
                    (DueEntry entry) -> urgency(entry.kind, entry.state))
            .thenComparing(DueEntry::overdueAfter)
            .thenComparing(DueEntry::on)
            .thenComparing(DueEntry::courseId)
            .thenComparing(entry -> entry.kind.name())
            .thenComparing(DueEntry::subject);

    /** What whoever calls wants to know of the course. */
    public record Summary(
            Standing.ProtocolRef protocol,
            LocalDate asOf,
            Standing.State state,
            String phase,
            int given,
            @Nullable Integer planned,
            int givenInTotal,
            @Nullable LocalDate lastSession,
            int missedTargets,
            int noShows,
            @Nullable LocalDate lapsesOn) {

        static Summary of(Standing standing) {
            return new Summary(
                    standing.protocol(),
                    standing.asOf(),
                    standing.state(),
                    standing.phase(),
                    standing.given(),
                    standing.planned(),
                    standing.givenInTotal(),
                    standing.lastSession(),
                    standing.missedTargets(),
                    standing.noShows(),
                    standing.lapsesOn());
        }
    }

    static DueEntry of(Derived derived, DueItem item) {
        return new DueEntry(
                derived.course().id(),
                derived.standing().patientId(),
                derived.course().siteId(),
                item.kind(),
                item.audience(),
                item.subject(),
                item.from(),
                item.on(),
                item.overdueAfter(),
                item.state(),
                item.provisional(),
                item.appointmentId(),
                item.bookedOutsideWindow(),
                Summary.of(derived.standing()));
    }

    /** A safety task comes before whatever else is late. */
    static int urgency(DueItem.Kind kind, DueItem.State state) {
        if (kind == DueItem.Kind.SAFETY) {
            return 0;
        }
        return switch (state) {
            case OVERDUE -> 1;
            case DUE -> 2;
            case PENDING -> 3;
            case UPCOMING -> 4;
        };
    }
}

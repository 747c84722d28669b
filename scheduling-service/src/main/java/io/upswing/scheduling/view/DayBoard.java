package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.Day;
import io.upswing.scheduling.domain.Expected;
import io.upswing.scheduling.domain.Span;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The board of a day: every chair with its appointments by time, and who is affected by what takes longer. */
@Singleton
public class DayBoard {

    /** {@code nextStart}: when the next patient who is still to come can have the chair; null where nobody is. */
    public record ChairDay(
            UUID chairId,
            String name,
            List<String> routes,
            @Nullable Instant nextStart,
            List<Entry> appointments) {}

    /** The chairs, and exactly the appointments that another runs into. */
    public record Content(List<ChairDay> chairs, List<Day.Affected> affected) {}

    /**
     * {@code expectedStart}: of who is still to come; {@code expectedEnd}: when the chair is free again, null where it was
     * given up; {@code extended}: by how many minutes it is kept longer than booked; {@code aborted}: sent home before the
     * first dose; {@code uncovered}: what it lacks of its site, as {@code why} elsewhere.
     */
    public record Entry(
            UUID appointmentId,
            UUID patientId,
            @Nullable UUID courseId,
            UUID chairId,
            String kind,
            Instant start,
            Instant end,
            @Nullable BigDecimal doseMg,
            Expected.State state,
            boolean overbooked,
            @Nullable String overbookReason,
            @Nullable UUID sessionId,
            @Nullable Instant arrivedAt,
            @Nullable Instant leftAt,
            boolean aborted,
            @Nullable Instant expectedStart,
            @Nullable Instant expectedEnd,
            long extended,
            @Nullable String cancelledBy,
            @Nullable String cancelReason,
            List<String> uncovered) {

        static Entry of(AppointmentState row, @Nullable VisitState visit, Expected expected, List<String> uncovered) {
            return new Entry(
                    row.id(),
                    row.patientId(),
                    row.courseId(),
                    row.chairId(),
                    row.kind(),
                    row.start(),
                    row.end(),
                    row.doseMg(),
                    expected.state(),
                    row.overbooked(),
                    row.overbookReason(),
                    visit == null ? null : visit.sessionId(),
                    visit == null ? null : visit.arrivedAt(),
                    visit == null ? null : visit.leftAt(),
                    visit != null && visit.aborted(),
                    visit == null && row.state().active() ? expected.toldStart() : null,
                    visit != null || row.state().active() ? expected.end() : null,
                    expected.extended().toMinutes(),
                    row.cancelledBy(),
                    row.cancelReason(),
                    uncovered);
        }
    }

    private final Days days;
    private final Sites sites;
    private final Covers covers;

    DayBoard(Days days, Sites sites, Covers covers) {
        this.days = days;
        this.sites = sites;
        this.covers = covers;
    }

    /** Of a site that there is; {@code time}: the day there. */
    public Content on(String clinic, UUID siteId, LocalDate date, Span time, Instant now) {
        var rows = days.on(siteId, date, now);
        var uncovered = covers.on(clinic, siteId, List.of(time), site -> site).stream()
                .collect(Collectors.toMap(UncoveredView::appointmentId, UncoveredView::why));
        var chairs = sites.chairs(siteId).stream()
                .map(chair -> chairDay(chair, rows, uncovered))
                .toList();
        return new Content(chairs, rows.day().affected());
    }

    private static ChairDay chairDay(ChairView chair, Days.Rows rows, Map<UUID, List<String>> uncovered) {
        var entries = rows.day().onChair(chair.chairId()).stream()
                .map(expected -> entry(expected, rows, uncovered))
                .toList();
        var next = rows.day().nextStart(chair.chairId()).orElse(null);
        return new ChairDay(chair.chairId(), chair.name(), chair.routes(), next, entries);
    }

    private static Entry entry(Expected expected, Days.Rows rows, Map<UUID, List<String>> uncovered) {
        var id = expected.sitting().appointmentId();
        var row = Objects.requireNonNull(rows.appointments().get(id));
        return Entry.of(row, rows.visits().get(id), expected, uncovered.getOrDefault(id, List.of()));
    }
}

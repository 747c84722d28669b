package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Cover;
import io.upswing.scheduling.domain.Cover.Uncovered;
import io.upswing.scheduling.domain.KeptPlace;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.domain.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Which appointments that stand lack what they need of their site, as it is or as it would be. Derived when it is asked
 * for: whoever asks after a change of the site hears of everything that was booked before it, for nothing that lacks
 * something is booked after it.
 */
@Singleton
public class Covers {
    private final Sites sites;
    private final Sql sql;

    Covers(Sites sites, Sql sql) {
        this.sites = sites;
        this.sql = sql;
    }

    /** On all days on which one of the times lies, by start. {@code whatIf}: the site as it would be. */
    public List<UncoveredView> on(String clinic, UUID siteId, List<Span> times, UnaryOperator<Site> whatIf) {
        if (times.isEmpty()) {
            return List.of();
        }
        var all = aroundAll(times);
        return sites.forBooking(clinic, siteId, all).map(whatIf).stream()
                .flatMap(site -> uncovered(site, all, times).stream())
                .toList();
    }

    private List<UncoveredView> uncovered(Site site, Span all, List<Span> times) {
        var standing = standing(site.id(), all).stream()
                .filter(kept -> times.stream().anyMatch(time -> sameDay(site, kept.place(), time)))
                .collect(Collectors.toMap(kept -> kept.place().appointmentId(), kept -> kept));
        return Cover.of(site, standing.values().stream().map(Kept::place).toList()).stream()
                .map(uncovered -> shown(uncovered, standing))
                .sorted(Comparator.comparing(UncoveredView::start).thenComparing(UncoveredView::appointmentId))
                .toList();
    }

    private static boolean sameDay(Site site, KeptPlace place, Span time) {
        return site.day(site.dateOf(place.time().from())).overlaps(time);
    }

    private static Span aroundAll(List<Span> times) {
        var first =
                times.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
        var last = times.stream().map(Span::to).max(Comparator.naturalOrder()).orElseThrow();
        return new Span(first.minus(Span.LONGEST_DAY), last.plus(Span.LONGEST_DAY));
    }

    private record Kept(KeptPlace place, UUID patientId, String kind, UUID chairId) {}

    private static UncoveredView shown(Uncovered uncovered, Map<UUID, Kept> standing) {
        var kept = Objects.requireNonNull(standing.get(uncovered.appointmentId()));
        return new UncoveredView(
                uncovered.appointmentId(),
                kept.patientId(),
                kept.kind(),
                kept.chairId(),
                kept.place().time().from(),
                kept.place().time().to(),
                uncovered.why().stream().map(why -> why.refusal().code()).toList());
    }

    private List<Kept> standing(UUID siteId, Span time) {
        return sql.query("""
                select appointment_id, patient_id, kind, chair_id, start_at, end_at, watched_from, watched_to, prescriber,
                    placed_at
                from appointment
                where site_id = ? and start_at >= ? and start_at < ? and state in ('BOOKED', 'CONFIRMED')
                """, Covers::kept, siteId, time.from(), time.to());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var watchedFrom = Sql.instantOrNull(row, "watched_from");
        var place = new KeptPlace(
                Sql.uuid(row, "appointment_id"),
                new Span(Sql.instant(row, "start_at"), Sql.instant(row, "end_at")),
                watchedFrom == null ? null : new Span(watchedFrom, Sql.instant(row, "watched_to")),
                row.getBoolean("prescriber"),
                Sql.instant(row, "placed_at"));
        return new Kept(place, Sql.uuid(row, "patient_id"), row.getString("kind"), Sql.uuid(row, "chair_id"));
    }
}

package io.upswing.scheduling.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which appointments that stand lack what they need of their site: a place that was free when it was given may lose its
 * monitor, its prescriber or its opening hours afterwards. Where monitors are too few, those placed last go without.
 */
public final class Cover {
    /** {@code why}: in the order in which a booking would be refused for it. */
    public record Uncovered(UUID appointmentId, List<Obstacle> why) {
        public Uncovered {
            why = List.copyOf(why);
        }
    }

    private final Site site;
    private final Spans present;
    private final Set<UUID> unwatched;

    private Cover(Site site, Set<UUID> unwatched) {
        this.site = site;
        this.present = site.staffing().present();
        this.unwatched = unwatched;
    }

    /** Of all that stand on these dates; nobody stays past midnight, so each date is looked at for itself. */
    public static List<Uncovered> of(Site site, Collection<KeptPlace> standing) {
        return standing.stream()
                .collect(Collectors.groupingBy(
                        place -> site.dateOf(place.time().from()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(places -> onDate(site, places).stream())
                .toList();
    }

    private static List<Uncovered> onDate(Site site, List<KeptPlace> places) {
        var cover = new Cover(site, unwatched(site.staffing(), places));
        return places.stream()
                .map(place -> new Uncovered(place.appointmentId(), cover.why(place)))
                .filter(uncovered -> !uncovered.why().isEmpty())
                .toList();
    }

    private List<Obstacle> why(KeptPlace place) {
        var why = new ArrayList<Obstacle>();
        if (!site.hoursOn(site.dateOf(place.time().from())).hold(place.time())) {
            why.add(Obstacle.OUTSIDE_HOURS);
        }
        if (site.closures().stream().anyMatch(place.time()::overlaps)) {
            why.add(Obstacle.SITE_CLOSED);
        }
        if (!attended(place)) {
            why.add(Obstacle.NO_PRESCRIBER);
        }
        if (unwatched.contains(place.appointmentId())) {
            why.add(Obstacle.NO_MONITOR);
        }
        return why;
    }

    private boolean attended(KeptPlace place) {
        var watched = place.watched();
        return watched == null || !place.prescriber() || !site.staffing().attended() || present.hold(watched);
    }

    private static Set<UUID> unwatched(Staffing staffing, List<KeptPlace> places) {
        var watched = new ArrayList<Span>();
        var unwatched = new HashSet<UUID>();
        for (var place : inOrder(staffing, places)) {
            var span = place.watched();
            if (span != null && staffing.room(watched).hold(span)) {
                watched.add(span);
            } else if (span != null) {
                unwatched.add(place.appointmentId());
            }
        }
        return unwatched;
    }

    private static List<KeptPlace> inOrder(Staffing staffing, List<KeptPlace> places) {
        return staffing.monitored()
                ? places.stream()
                        .sorted(Comparator.comparing(KeptPlace::placedAt).thenComparing(KeptPlace::appointmentId))
                        .toList()
                : List.of();
    }
}

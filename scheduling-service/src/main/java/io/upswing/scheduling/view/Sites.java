package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.upswing.scheduling.domain.Chair;
import io.upswing.scheduling.domain.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sites as they are read: shown, and as booking needs them. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<SiteRow, UUID> {
    private final Chairs chairs;

    Sites(Chairs chairs) {
        this.chairs = chairs;
    }

    public Optional<SiteView> get(String clinic, UUID siteId) {
        return row(clinic, siteId).map(SiteView::of);
    }

    public List<SiteView> ofClinic(String clinic) {
        return find("clinic", Sort.by("name", "siteId"), clinic).stream()
                .map(SiteView::of)
                .toList();
    }

    public List<ChairView> chairs(UUID siteId) {
        return chairs.ofSite(siteId).stream().map(ChairView::of).toList();
    }

    /** Hours and chairs, in the order in which a free chair is looked for. */
    public Optional<Site> forBooking(String clinic, UUID siteId) {
        return row(clinic, siteId)
                .map(row -> new Site(
                        row.siteId,
                        ZoneId.of(row.timeZone),
                        row.openingHours(),
                        chairs.ofSite(siteId).stream()
                                .map(chair -> new Chair(chair.chairId, chair.name, chair.routeList()))
                                .toList()));
    }

    private Optional<SiteRow> row(String clinic, UUID siteId) {
        return find("siteId = ?1 and clinic = ?2", siteId, clinic).firstResultOptional();
    }
}

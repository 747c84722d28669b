package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The sites that scheduling-service has opened. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<SiteRow, UUID> {

    public Optional<Site> get(UUID siteId) {
        return findByIdOptional(siteId).map(row -> new Site(row.siteId, row.clinic, ZoneId.of(row.zone)));
    }

    /** Sets by key. */
    public void put(Site site) {
        var row = new SiteRow();
        row.siteId = site.siteId();
        row.clinic = site.clinic();
        row.zone = site.zone().getId();
        getEntityManager().merge(row);
    }
}

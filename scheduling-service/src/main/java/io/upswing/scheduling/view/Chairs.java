package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The chairs as they are read. */
@ApplicationScoped
class Chairs implements PanacheRepositoryBase<ChairRow, UUID> {
    List<ChairRow> ofSite(UUID siteId) {
        return find("siteId", Sort.by("name", "chairId"), siteId).list();
    }
}

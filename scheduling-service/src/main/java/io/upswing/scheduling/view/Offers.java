package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The offers as they are read. */
@ApplicationScoped
public class Offers implements PanacheRepositoryBase<OfferRow, UUID> {
    /** To whom an offer of the clinic was made. */
    public Optional<UUID> patientOf(String clinic, UUID offerId) {
        return find("offerId = ?1 and clinic = ?2", offerId, clinic)
                .firstResultOptional()
                .map(offer -> offer.patientId);
    }

    /** In the order in which they were made. */
    List<OfferRow> ofEntries(Collection<UUID> entryIds) {
        return find("entryId in ?1", Sort.by("offeredAt", "offerId"), entryIds).list();
    }
}

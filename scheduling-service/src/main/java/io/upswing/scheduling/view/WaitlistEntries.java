package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.upswing.scheduling.domain.Waitlist.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The waitlist as staff see it. */
@ApplicationScoped
public class WaitlistEntries implements PanacheRepositoryBase<WaitlistEntryRow, UUID> {
    /** What is asked for; a site or a patient that is null does not matter. */
    public record Filter(
            Place state, @Nullable UUID siteId, @Nullable UUID patientId) {}

    private final Offers offers;

    WaitlistEntries(Offers offers) {
        this.offers = offers;
    }

    /** Whose an entry of the clinic is. */
    public Optional<UUID> patientOf(String clinic, UUID entryId) {
        return find("entryId = ?1 and clinic = ?2", entryId, clinic)
                .firstResultOptional()
                .map(entry -> entry.patientId);
    }

    /** In the order in which they joined. */
    public Part<WaitlistView> list(String clinic, Filter filter, int page, int size, Instant now) {
        Map<String, Object> values =
                new HashMap<>(Map.of("clinic", clinic, "state", filter.state().name()));
        var conditions = new ArrayList<>(List.of("clinic = :clinic", "state = :state"));
        and(conditions, values, "siteId", filter.siteId());
        and(conditions, values, "patientId", filter.patientId());
        var found = find(String.join(" and ", conditions), Sort.by("since", "entryId"), values);
        return new Part<>(withOffers(found.page(page, size).list(), now), found.count());
    }

    private List<WaitlistView> withOffers(List<WaitlistEntryRow> entries, Instant now) {
        var made = offers.ofEntries(entries.stream().map(entry -> entry.entryId).toList()).stream()
                .collect(Collectors.groupingBy(offer -> offer.entryId));
        return entries.stream()
                .map(entry -> WaitlistView.of(entry, made.getOrDefault(entry.entryId, List.of()), now))
                .toList();
    }

    private static void and(List<String> conditions, Map<String, Object> values, String name, @Nullable UUID value) {
        if (value != null) {
            conditions.add(name + " = :" + name);
            values.put(name, value);
        }
    }
}

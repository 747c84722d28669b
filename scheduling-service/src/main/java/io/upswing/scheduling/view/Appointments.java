package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendar as it is read. */
@ApplicationScoped
public class Appointments implements PanacheRepositoryBase<AppointmentRow, UUID> {
    /** What is asked for; what is null does not matter. Dates are those at the site, both included. */
    public record Filter(
            @Nullable UUID siteId,
            @Nullable UUID patientId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    public Optional<AppointmentView> get(String clinic, UUID appointmentId) {
        return find("appointmentId = ?1 and clinic = ?2", appointmentId, clinic)
                .firstResultOptional()
                .map(AppointmentView::of);
    }

    /** In the order of their starts. */
    public Part<AppointmentView> list(String clinic, Filter filter, int page, int size) {
        Map<String, Object> values = new HashMap<>(Map.of("clinic", clinic));
        var conditions = new ArrayList<>(List.of("clinic = :clinic"));
        and(conditions, values, "siteId = :siteId", "siteId", filter.siteId());
        and(conditions, values, "patientId = :patientId", "patientId", filter.patientId());
        and(conditions, values, "on >= :from", "from", filter.from());
        and(conditions, values, "on <= :to", "to", filter.to());
        var found = find(String.join(" and ", conditions), Sort.by("start", "appointmentId"), values);
        var some =
                found.page(page, size).list().stream().map(AppointmentView::of).toList();
        return new Part<>(some, found.count());
    }

    private static void and(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}

package io.upswing.notification.view;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Reminder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The read model behind the page of reminders. */
@Singleton
public class Reminders implements PanacheRepositoryBase<ReminderRow, UUID> {

    /** Which reminders are wanted; null where it does not matter. {@code to} itself is not. */
    public record Filter(
            @Nullable UUID patientId,
            Audience audience,
            Reminder.@Nullable State state,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A part of a list, and how long the list is. */
    public record Part<T>(List<T> items, long total) {}

    public Part<Reminder> page(String clinic, Filter filter, int page, int size) {
        var query = query(clinic, filter);
        var items = query.page(page, size).list().stream()
                .map(ReminderRow::reminder)
                .toList();
        return new Part<>(items, query.count());
    }

    /** Another clinic's are not there. */
    public Optional<Reminder> find(String clinic, UUID id) {
        return find("id = ?1 and clinic = ?2", id, clinic).firstResultOptional().map(ReminderRow::reminder);
    }

    private PanacheQuery<ReminderRow> query(String clinic, Filter filter) {
        var where = new StringBuilder("clinic = :clinic");
        var values = Parameters.with("clinic", clinic);
        and(where, values, "audience = :audience", "audience", filter.audience());
        and(where, values, "patientId = :patient", "patient", filter.patientId());
        and(where, values, "state = :state", "state", filter.state());
        and(where, values, "dueAt >= :from", "from", filter.from());
        and(where, values, "dueAt < :to", "to", filter.to());
        return find(where.toString(), Sort.by("dueAt", "id"), values);
    }

    private static void and(
            StringBuilder where, Parameters values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.and(name, value);
        }
    }
}

package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the course to which a session belongs, and lists the sessions of a site. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<SessionRow, UUID> {

    /** Some of the sessions that were asked for, and how many there are. */
    public record Found(List<SessionEntry> some, long total) {}

    public Optional<UUID> courseOf(String clinic, UUID sessionId) {
        return find("sessionId = ?1 and clinic = ?2", sessionId, clinic)
                .project(SessionEntry.class)
                .firstResultOptional()
                .map(SessionEntry::courseId);
    }

    /** Newest first. */
    public Found list(String clinic, @Nullable UUID siteId, @Nullable SessionState state, int page, int size) {
        var where = new StringBuilder("clinic = :clinic");
        var values = new HashMap<String, Object>();
        values.put("clinic", clinic);
        if (siteId != null) {
            where.append(" and siteId = :siteId");
            values.put("siteId", siteId);
        }
        if (state != null) {
            where.append(" and state = :state");
            values.put("state", state);
        }
        var found = find(where.toString(), Sort.descending("treatmentDate").and("sessionId"), values);
        return new Found(found.project(SessionEntry.class).page(page, size).list(), found.count());
    }
}

package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the sessions of a clinic or a site. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<SessionRow, UUID> {

    /** Some of the sessions that were asked for, and how many there are. */
    public record Found(List<SessionEntry> some, long total) {}

    /** The sessions that run in the clinic, or at one of its sites, the 200 newest at most. */
    public List<RunningSession> running(String clinic, @Nullable UUID siteId) {
        var ofSite = siteId == null ? "" : "and s.site_id = :siteId";
        // The head of the stream, which event-log keeps beside our views, says whether a chart must be read again
        var query = getSession()
                .createNativeQuery("""
                        select s.session_id, s.course_id, h.version
                        from session s join stream_head h on h.stream = s.patient_id
                        where s.clinic = :clinic and s.state = :state %s
                        order by s.treatment_date desc, s.session_id limit 200""".formatted(ofSite), RunningSession.class)
                .setParameter("clinic", clinic)
                .setParameter("state", SessionState.IN_PROGRESS.name());
        return (siteId == null ? query : query.setParameter("siteId", siteId)).getResultList();
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

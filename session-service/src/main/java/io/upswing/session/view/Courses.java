package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the patient to whom a course belongs, and what else a decision on it is handed: every command asks, once. */
@ApplicationScoped
public class Courses implements PanacheRepositoryBase<CourseRow, UUID> {
    private static final String PLACE = """
            select c.courseId, c.patientId, c.siteId, s.zone, p.birthDate from CourseRow c
            left join SiteRow s on s.siteId = c.siteId left join PatientRow p on p.patientId = c.patientId
            """;

    public Optional<CoursePlace> find(String clinic, UUID courseId) {
        return place(PLACE + "where c.courseId = :id and c.clinic = :clinic", clinic, courseId);
    }

    public Optional<CoursePlace> ofSession(String clinic, UUID sessionId) {
        return place(
                PLACE + "join SessionRow x on x.courseId = c.courseId where x.sessionId = :id and x.clinic = :clinic",
                clinic,
                sessionId);
    }

    private Optional<CoursePlace> place(String query, String clinic, UUID id) {
        return getSession()
                .createSelectionQuery(query, CoursePlace.class)
                .setParameter("id", id)
                .setParameter("clinic", clinic)
                .uniqueResultOptional();
    }
}

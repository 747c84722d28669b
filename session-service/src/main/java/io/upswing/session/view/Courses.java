package io.upswing.session.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the patient to whom a course belongs. */
@ApplicationScoped
public class Courses implements PanacheRepositoryBase<CourseRow, UUID> {

    public Optional<CoursePlace> find(String clinic, UUID courseId) {
        return find("courseId = ?1 and clinic = ?2", courseId, clinic)
                .project(CoursePlace.class)
                .firstResultOptional();
    }
}

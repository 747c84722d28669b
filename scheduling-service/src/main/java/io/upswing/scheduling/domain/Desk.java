package io.upswing.scheduling.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies before whoever books: the site, what its chairs are taken for around the wanted time, and the course.
 * {@code taken} does not hold the appointment that is to be moved.
 */
public record Desk(
        Site site, List<Occupied> taken, @Nullable CourseAtDesk course) {
    public Desk {
        taken = List.copyOf(taken);
    }

    /** As it is for a patient. */
    Desk forPatient(UUID patientId) {
        return new Desk(site, Occupied.forPatient(patientId, taken), course);
    }

    Optional<CourseAtDesk> courseIfAny() {
        return Optional.ofNullable(course);
    }
}

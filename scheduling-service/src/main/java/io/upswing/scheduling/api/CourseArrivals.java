package io.upswing.scheduling.api;

import io.upswing.scheduling.view.Courses;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A course that session-service has just answered may be a moment away: it is waited for, and then there is none. So is
 * another clinic's, or the time that the answer takes would tell that it exists.
 */
@Singleton
class CourseArrivals {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(15);

    private final Courses courses;

    CourseArrivals(Courses courses) {
        this.courses = courses;
    }

    void await(String clinic, UUID courseId) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!courses.known(clinic, courseId) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}

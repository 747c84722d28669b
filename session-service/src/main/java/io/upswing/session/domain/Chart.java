package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All that was recorded of one patient, course by course: the fold of the patient's stream. */
public record Chart(Map<UUID, Course> courses) {

    public static Chart of(List<Happened> stream) {
        var courses = new LinkedHashMap<UUID, Course>();
        for (var happened : stream) {
            switch (happened.event()) {
                case ProtocolPrescribed prescribed ->
                    courses.put(prescribed.courseId(), Course.prescribed(prescribed, happened.id()));
                case SessionEvent event ->
                    courses.computeIfPresent(event.courseId(), (id, course) -> course.with(happened));
            }
        }
        return new Chart(courses);
    }

    public Optional<Course> find(UUID courseId) {
        return Optional.ofNullable(courses.get(courseId));
    }

    /** @throws Refused when the patient has no such course */
    public Course course(UUID courseId) {
        return find(courseId).orElseThrow(() -> Refused.noSuch("course"));
    }

    /** @throws Refused when the patient has no such session */
    public Course courseOfSession(UUID sessionId) {
        return courses.values().stream()
                .filter(course -> course.session(sessionId).isPresent())
                .findFirst()
                .orElseThrow(() -> Refused.noSuch("session"));
    }
}

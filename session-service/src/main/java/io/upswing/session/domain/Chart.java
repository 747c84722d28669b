package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.RecordVoided;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All that was recorded of one patient, course by course: the fold of the patient's stream. */
public record Chart(Map<UUID, Course> courses, List<ContraindicationRecorded> contraindications) {

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
        return new Chart(courses, contraindications(stream));
    }

    /** Those that nobody took back, in the order in which they were recorded. */
    private static List<ContraindicationRecorded> contraindications(List<Happened> stream) {
        var standing = new LinkedHashMap<UUID, ContraindicationRecorded>();
        for (var happened : stream) {
            switch (happened.event()) {
                case ContraindicationRecorded found -> standing.put(happened.id(), found);
                case RecordVoided voided -> standing.remove(voided.eventId());
                case SessionEvent other -> {}
            }
        }
        return List.copyOf(standing.values());
    }

    /**
     * What is known on a date of each contraindication. It is known of the patient, whichever course it was recorded for;
     * of one date the last record holds.
     */
    Collection<ContraindicationRecorded> contraindications(LocalDate on) {
        var known = new LinkedHashMap<String, ContraindicationRecorded>();
        for (var found : contraindications) {
            if (!found.on().isAfter(on)) {
                known.merge(found.code(), found, (a, b) -> Course.later(a, b, ContraindicationRecorded::on));
            }
        }
        return known.values();
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

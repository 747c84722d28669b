package io.upswing.session.domain;

import io.upswing.series.PatientFacts;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OfPatient;
import io.upswing.session.events.SessionEvent.OfProtocol;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * All that was recorded of one patient, course by course: the fold of the patient's stream. {@code ofNoCourse}: what no
 * course's history lists.
 */
public record Chart(
        Map<UUID, Course> courses,
        PatientFacts patient,
        List<ContraindicationRecorded> contraindications,
        List<Measure> measures,
        List<Happened> ofNoCourse) {

    public static Chart of(List<Happened> stream) {
        var courses = new LinkedHashMap<UUID, Course>();
        var ofNoCourse = new ArrayList<Happened>();
        var patient = PatientFacts.NONE;
        for (var happened : stream) {
            patient = patient.with(happened.event(), happened.id());
            switch (happened.event()) {
                case ProtocolPrescribed prescribed ->
                    courses.put(prescribed.courseId(), Course.prescribed(prescribed, happened.id()));
                case OfCourse event ->
                    courses.put(
                            event.courseId(),
                            prescribed(courses, event.courseId()).with(happened, event));
                case OfPatient event -> {
                    if (event.courseId() == null) {
                        ofNoCourse.add(happened);
                    } else {
                        courses.put(
                                event.courseId(),
                                prescribed(courses, event.courseId()).with(happened));
                    }
                }
                case OfProtocol _ -> throw new IllegalStateException("No patient's: " + happened.event());
            }
        }
        return new Chart(courses, patient, contraindications(stream, courses), measures(stream, courses), ofNoCourse);
    }

    private static Course prescribed(Map<UUID, Course> courses, UUID id) {
        var course = courses.get(id);
        if (course == null) {
            throw new IllegalStateException("Nobody prescribed the course " + id);
        }
        return course;
    }

    /** Those that nobody took back, in the order in which they were recorded. */
    private static List<ContraindicationRecorded> contraindications(List<Happened> stream, Map<UUID, Course> courses) {
        var standing = new ArrayList<ContraindicationRecorded>();
        for (var happened : stream) {
            if (happened.event() instanceof ContraindicationRecorded found
                    && !prescribed(courses, found.courseId()).isVoided(happened.id())) {
                standing.add(found);
            }
        }
        return standing;
    }

    /** Oldest first, those too that were taken back. */
    private static List<Measure> measures(List<Happened> stream, Map<UUID, Course> courses) {
        return stream.stream()
                .filter(happened -> happened.event() instanceof MeasureRecorded)
                .map(happened -> new Measure(
                        happened.id(), (MeasureRecorded) happened.event(), isVoided(happened.id(), courses)))
                .sorted(Measure.OLDEST_FIRST)
                .toList();
    }

    boolean isVoided(UUID eventId) {
        return isVoided(eventId, courses);
    }

    private static boolean isVoided(UUID eventId, Map<UUID, Course> courses) {
        return courses.values().stream().anyMatch(course -> course.isVoided(eventId));
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

    /** The latest prescribed of those; of one date the last recorded. */
    public Optional<Course> latestCourse(Predicate<Course> which) {
        return courses.values().stream()
                .filter(which)
                .reduce((a, b) ->
                        Course.later(a, b, course -> course.prescribed().prescribedOn()));
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

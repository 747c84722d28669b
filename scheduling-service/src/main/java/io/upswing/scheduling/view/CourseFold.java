package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.series.CourseFacts;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From session events to the facts of courses: a batch is read once, folded in memory and written once. */
@Singleton
class CourseFold {
    private final Courses courses;

    CourseFold(Courses courses) {
        this.courses = courses;
    }

    /**
     * Courses of which more is known than before wait to be derived. {@code patients}: those of whom something else is known,
     * which concerns all their courses.
     */
    void apply(List<Recorded<SessionEvent>> events, Set<UUID> patients) {
        Map<UUID, Course> known = new HashMap<>(courses.lock(concerned(events, patients)));
        var changed = new LinkedHashMap<UUID, Course>();
        for (var recorded : events) {
            if (recorded.event() instanceof OfCourse event) {
                var before = known.get(event.courseId());
                var after = fold(before, recorded, event);
                if (after != before) {
                    known.put(after.id(), after);
                    changed.put(after.id(), after);
                }
            }
        }
        if (!changed.isEmpty()) {
            courses.save(changed.values());
        }
        courses.markStale(known.values().stream()
                .filter(course -> patients.contains(course.patientId()) && !changed.containsKey(course.id()))
                .map(Course::id)
                .toList());
    }

    private Set<UUID> concerned(List<Recorded<SessionEvent>> events, Set<UUID> patients) {
        var ids = new HashSet<>(courses.idsOfPatients(patients));
        events.forEach(recorded -> courseOf(recorded).ifPresent(ids::add));
        return ids;
    }

    private static Optional<UUID> courseOf(Recorded<SessionEvent> recorded) {
        return recorded.event() instanceof OfCourse event ? Optional.of(event.courseId()) : Optional.empty();
    }

    private static Course fold(@Nullable Course course, Recorded<SessionEvent> recorded, OfCourse event) {
        if (event instanceof ProtocolPrescribed prescribed && course == null) {
            return prescribed(prescribed, recorded);
        }
        if (course == null) {
            throw new IllegalStateException("Nobody prescribed course " + event.courseId());
        }
        var facts = course.facts().with(event, recorded.id());
        var with = facts == course.facts() ? course : course.with(facts);
        if (event instanceof ProtocolVersionChanged changed) {
            return moved(with, changed);
        }
        return event instanceof DoseOrdered ordered ? with.ordering(ordered.mg()) : with;
    }

    private static Course prescribed(ProtocolPrescribed prescribed, Recorded<SessionEvent> recorded) {
        var facts = CourseFacts.of(prescribed, recorded.id());
        var pinned = Schedules.pinned(PinnedSchedule.of(facts.prescription(), prescribed.schedule()));
        var dose = prescribed.dose();
        return new Course(recorded.clinic(), facts, pinned, Map.of(), dose == null ? null : dose.mg());
    }

    private static Course moved(Course course, ProtocolVersionChanged changed) {
        var schedule = changed.schedule();
        var prescription = course.facts().prescription().under(schedule);
        return course.movedTo(changed.protocolVersion(), Schedules.pinned(PinnedSchedule.of(prescription, schedule)));
    }
}

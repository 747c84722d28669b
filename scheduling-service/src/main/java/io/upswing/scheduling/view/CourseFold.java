package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.series.CourseFacts;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From session events to the facts of courses: a batch is read once, folded in memory and written once. */
@Singleton
class CourseFold {
    private final Courses courses;
    private final Schedules schedules;

    CourseFold(Courses courses, Schedules schedules) {
        this.courses = courses;
        this.schedules = schedules;
    }

    /** The courses of which more is known than before; they wait to be derived. */
    Collection<Course> apply(List<Recorded<SessionEvent>> events) {
        var ids = events.stream()
                .map(CourseFold::courseOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<UUID, Course> known = new HashMap<>(courses.lock(ids));
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
        return changed.values();
    }

    private static Optional<UUID> courseOf(Recorded<SessionEvent> recorded) {
        return recorded.event() instanceof OfCourse event ? Optional.of(event.courseId()) : Optional.empty();
    }

    private Course fold(@Nullable Course course, Recorded<SessionEvent> recorded, OfCourse event) {
        if (event instanceof ProtocolPrescribed prescribed && course == null) {
            return prescribed(prescribed, recorded);
        }
        if (course == null) {
            throw new IllegalStateException("Nobody prescribed course " + event.courseId());
        }
        var facts = course.facts().with(event, recorded.id());
        var with = facts == course.facts() ? course : course.with(facts);
        return event instanceof DoseOrdered ordered ? with.ordering(ordered.mg()) : with;
    }

    private Course prescribed(ProtocolPrescribed prescribed, Recorded<SessionEvent> recorded) {
        var facts = CourseFacts.of(prescribed, recorded.id());
        var schedule = PinnedSchedule.of(prescribed, facts.prescription());
        var dose = prescribed.dose();
        return new Course(
                recorded.clinic(), facts, schedules.keep(schedule), schedule, dose == null ? null : dose.mg());
    }
}

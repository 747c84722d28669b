package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.OfSession;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What was recorded of one session beside its doses and not taken back, each kind in the order in which it took place. It
 * is read by the session's id: nothing of one session is known in the next.
 */
public record SessionRecords(
        List<ChecklistRecorded> checklists,
        List<VitalsRecorded> vitals,
        List<AssessmentRecorded> assessments,
        List<AdverseEventRecorded> adverseEvents,
        List<OverrideGiven> overrides) {

    static SessionRecords of(Course course, UUID sessionId) {
        return new SessionRecords(
                inOrder(course, sessionId, ChecklistRecorded.class, ChecklistRecorded::at),
                inOrder(course, sessionId, VitalsRecorded.class, VitalsRecorded::at),
                inOrder(course, sessionId, AssessmentRecorded.class, AssessmentRecorded::at),
                inOrder(course, sessionId, AdverseEventRecorded.class, AdverseEventRecorded::at),
                inOrder(course, sessionId, OverrideGiven.class, OverrideGiven::at));
    }

    private static <E extends OfSession> List<E> inOrder(
            Course course, UUID sessionId, Class<E> kind, Function<E, Instant> at) {
        return course.standing(kind)
                .filter(record -> record.sessionId().equals(sessionId))
                .sorted(Comparator.comparing(at))
                .toList();
    }

    /** The latest by which a prescriber took the rule of that code on themselves. */
    Optional<OverrideGiven> override(String code) {
        return overrides.stream().filter(given -> given.rule().equals(code)).reduce((first, second) -> second);
    }

    boolean isOverridden(String code) {
        return override(code).isPresent();
    }
}

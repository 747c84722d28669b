package io.upswing.series;

import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.util.List;
import java.util.UUID;

/**
 * All that the rules need to know of one course, each list sorted by the dates on which things took place. Folded from the
 * course's events in the order of their stream; small enough to be stored as one row.
 */
public record CourseFacts(
        Prescription prescription,
        List<SessionFact> sessions,
        List<BenefitFact> benefits,
        List<IntervalFact> intervals,
        List<DatedFact> pauses,
        List<DatedFact> resumptions,
        List<DatedFact> closures,
        List<FollowUpFact> followUps) {

    public CourseFacts {
        sessions = List.copyOf(sessions);
        benefits = List.copyOf(benefits);
        intervals = List.copyOf(intervals);
        pauses = List.copyOf(pauses);
        resumptions = List.copyOf(resumptions);
        closures = List.copyOf(closures);
        followUps = List.copyOf(followUps);
    }

    /** The facts of a course that has just been prescribed. */
    public static CourseFacts of(ProtocolPrescribed prescribed, UUID eventId) {
        return new CourseFacts(
                Prescription.of(prescribed, eventId),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** These facts and the next event of the same course; the same instance if the rules do not need the event. */
    public CourseFacts with(OfCourse event, UUID eventId) {
        return Folding.fold(this, event, eventId);
    }

    public UUID courseId() {
        return prescription.courseId();
    }

    CourseFacts withSessions(List<SessionFact> changed) {
        return new CourseFacts(prescription, changed, benefits, intervals, pauses, resumptions, closures, followUps);
    }

    CourseFacts withBenefits(List<BenefitFact> changed) {
        return new CourseFacts(prescription, sessions, changed, intervals, pauses, resumptions, closures, followUps);
    }

    CourseFacts withIntervals(List<IntervalFact> changed) {
        return new CourseFacts(prescription, sessions, benefits, changed, pauses, resumptions, closures, followUps);
    }

    CourseFacts withPauses(List<DatedFact> changed) {
        return new CourseFacts(prescription, sessions, benefits, intervals, changed, resumptions, closures, followUps);
    }

    CourseFacts withResumptions(List<DatedFact> changed) {
        return new CourseFacts(prescription, sessions, benefits, intervals, pauses, changed, closures, followUps);
    }

    CourseFacts withClosures(List<DatedFact> changed) {
        return new CourseFacts(prescription, sessions, benefits, intervals, pauses, resumptions, changed, followUps);
    }

    CourseFacts withFollowUps(List<FollowUpFact> changed) {
        return new CourseFacts(prescription, sessions, benefits, intervals, pauses, resumptions, closures, changed);
    }
}

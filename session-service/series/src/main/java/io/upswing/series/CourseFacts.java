package io.upswing.series;

import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the rules need to know of one course, each list sorted by the dates on which things took place. Folded from the
 * course's events in the order of their stream; small enough to be stored as one row.
 */
public record CourseFacts(Prescription prescription, SessionFacts given, DecisionFacts decided, StatusFacts status) {

    /** The facts of a course that has just been prescribed. */
    public static CourseFacts of(ProtocolPrescribed prescribed, UUID eventId) {
        return new CourseFacts(
                Prescription.of(prescribed, eventId), SessionFacts.NONE, DecisionFacts.NONE, StatusFacts.NONE);
    }

    /** These facts and the next event of the same course; the same instance if the rules do not need the event. */
    public CourseFacts with(OfCourse event, UUID eventId) {
        return Folding.fold(this, event, eventId);
    }

    public UUID courseId() {
        return prescription.courseId();
    }

    /** What the course is held to on a date: the latest version that it was moved to up to then. */
    public Prescription prescriptionOn(LocalDate day) {
        var version = versionOn(day);
        return version == null ? prescription : version.prescription();
    }

    @Nullable
    VersionFact versionOn(LocalDate day) {
        for (var version : decided.versions().reversed()) {
            if (!version.on().isAfter(day)) {
                return version;
            }
        }
        return null;
    }

    CourseFacts with(SessionFacts changed) {
        return changed == given ? this : new CourseFacts(prescription, changed, decided, status);
    }

    CourseFacts with(DecisionFacts changed) {
        return new CourseFacts(prescription, given, changed, status);
    }

    CourseFacts with(StatusFacts changed) {
        return new CourseFacts(prescription, given, decided, changed);
    }
}

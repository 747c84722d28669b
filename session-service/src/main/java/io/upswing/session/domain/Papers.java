package io.upswing.session.domain;

import io.upswing.session.domain.SessionCommand.DecideEligibility;
import io.upswing.session.domain.SessionCommand.OrderDose;
import io.upswing.session.domain.SessionCommand.RecordConcurrentTreatment;
import io.upswing.session.domain.SessionCommand.RecordContraindication;
import io.upswing.session.domain.SessionCommand.RecordRemsEnrolment;
import io.upswing.session.domain.SessionCommand.SignConsent;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;

/** What must be on file before a dose: order, consent, eligibility, contraindications, enrolment. */
final class Papers {
    private Papers() {}

    static DoseOrdered order(OrderDose command, Course course) {
        DoseRules.requireAllowed(command.dose(), course.schedule(command.from()));
        return new DoseOrdered(
                course.id(), command.dose().mg(), command.dose().mgPerKg(), command.from(), command.orderedBy());
    }

    static ConsentSigned consent(SignConsent command, Occasion occasion) {
        occasion.requireNotAfterToday("signedOn", command.signedOn());
        return new ConsentSigned(command.courseId(), command.signedOn(), command.document());
    }

    static EligibilityDecided eligibility(DecideEligibility command, Occasion occasion) {
        return new EligibilityDecided(
                command.courseId(),
                command.decision().name(),
                occasion.dateOf(command.at()),
                command.decidedBy(),
                command.trials(),
                command.reason());
    }

    static ContraindicationRecorded contraindication(RecordContraindication command, Occasion occasion) {
        occasion.requireNotAfterToday("on", command.on());
        return new ContraindicationRecorded(command.courseId(), command.code(), command.present(), command.on());
    }

    static ConcurrentTreatmentRecorded concurrentTreatment(RecordConcurrentTreatment command, Occasion occasion) {
        occasion.requireNotAfterToday("on", command.on());
        return new ConcurrentTreatmentRecorded(command.courseId(), command.oralAntidepressant(), command.on());
    }

    static RemsEnrolmentRecorded enrolment(RecordRemsEnrolment command, Course course, Occasion occasion) {
        if (!course.schedule(command.on()).rems()) {
            throw Refused.conflict("not-under-rems", "The protocol of this course knows no enrolment.");
        }
        occasion.requireNotAfterToday("on", command.on());
        return new RemsEnrolmentRecorded(command.courseId(), command.state().name(), command.on());
    }
}

package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OfPatient;
import io.upswing.session.events.SessionEvent.OfProtocol;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import java.time.LocalDate;

/** On which date at the site something took place, whenever it was written down. */
public final class TookPlace {
    private TookPlace() {}

    /** {@code happened}: the date of its instant, which holds for what names no date of its own. */
    public static LocalDate on(SessionEvent event, LocalDate happened) {
        return switch (event) {
            case ProtocolPrescribed prescribed -> prescribed.prescribedOn();
            case AdministrationRecorded entered -> entered.treatmentDate();
            case ConsentSigned consent -> consent.signedOn();
            case ContraindicationRecorded found -> found.on();
            case RemsEnrolmentRecorded enrolment -> enrolment.on();
            case BenefitDecided decided -> decided.on();
            case LapseDecided decided -> decided.on();
            case ConcurrentTreatmentRecorded beside -> beside.on();
            case MeasureRecorded measure -> measure.on();
            case OfCourse _, OfPatient _, OfProtocol _ -> happened;
        };
    }
}

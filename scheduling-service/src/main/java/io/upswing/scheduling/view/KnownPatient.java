package io.upswing.scheduling.view;

import io.upswing.series.PatientFacts;
import java.util.UUID;

/** A patient as session-service tells it: what is known of them whatever courses they have. */
record KnownPatient(UUID id, String clinic, PatientFacts facts) {
    static KnownPatient unknown(UUID id, String clinic) {
        return new KnownPatient(id, clinic, PatientFacts.NONE);
    }

    KnownPatient with(PatientFacts changed) {
        return changed == facts ? this : new KnownPatient(id, clinic, changed);
    }
}

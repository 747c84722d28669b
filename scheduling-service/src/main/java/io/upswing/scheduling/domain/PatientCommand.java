package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.PatientRecord;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What can be asked of the registry. */
public sealed interface PatientCommand {
    record Register(PatientRecord patient) implements PatientCommand {}

    /** {@code change}: the record as it shall be, from the record as it is. */
    record Change(UUID patientId, UnaryOperator<PatientRecord> change) implements PatientCommand {}

    record Erase(UUID patientId) implements PatientCommand {}
}

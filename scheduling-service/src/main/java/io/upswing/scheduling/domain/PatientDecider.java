package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the registry. The event says that something changed; what it is now stands in the patient record. */
public final class PatientDecider {
    /** An event, and the patient record after it: null erases. */
    public record Decided(SchedulingEvent event, @Nullable PatientRecord patient) {}

    private PatientDecider() {}

    /** {@code current}: the patient record as it stands. */
    public static Optional<Decided> decide(PatientCommand command, PatientFile file, @Nullable PatientRecord current) {
        return switch (command) {
            case PatientCommand.Register register -> register(register, file);
            case PatientCommand.Change change -> change(change, file, current);
            case PatientCommand.Erase erase -> erase(erase, file);
        };
    }

    private static Optional<Decided> register(PatientCommand.Register command, PatientFile file) {
        if (file.known()) {
            return Optional.empty();
        }
        var patient = command.patient();
        return Optional.of(new Decided(new PatientRegistered(patient.patientId()), patient));
    }

    private static Optional<Decided> change(
            PatientCommand.Change command, PatientFile file, @Nullable PatientRecord current) {
        file.requirePresent();
        if (current == null) {
            throw PatientFile.noSuchPatient();
        }
        var changed = command.change().apply(current);
        var fields = differences(current, changed);
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decided(new PatientChanged(command.patientId(), fields), changed));
    }

    private static Optional<Decided> erase(PatientCommand.Erase command, PatientFile file) {
        if (!file.known()) {
            throw PatientFile.noSuchPatient();
        }
        return file.erased()
                ? Optional.empty()
                : Optional.of(new Decided(new PatientErased(command.patientId()), null));
    }

    private static List<String> differences(PatientRecord before, PatientRecord after) {
        var fields = new ArrayList<String>();
        for (var component : PatientRecord.class.getRecordComponents()) {
            if (!Objects.equals(value(component, before), value(component, after))) {
                fields.add(component.getName());
            }
        }
        return fields;
    }

    private static @Nullable Object value(RecordComponent component, PatientRecord patient) {
        try {
            return component.getAccessor().invoke(patient);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

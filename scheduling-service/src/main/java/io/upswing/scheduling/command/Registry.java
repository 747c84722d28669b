package io.upswing.scheduling.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.eventlog.StateChange;
import io.upswing.scheduling.domain.PatientCommand;
import io.upswing.scheduling.domain.PatientDecider;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.StateCodec;
import io.upswing.scheduling.view.Patients;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records what happens to patients in the registry: the fact in the log, the person in the patient record. */
@Singleton
public class Registry {
    private static final String TOPIC = "patients";

    private final EventLog<SchedulingEvent> log;
    private final Patients patients;
    private final InstantSource clock;
    private final StateCodec<PatientRecord> codec = StateCodec.patients();

    Registry(EventLog<SchedulingEvent> log, Patients patients, InstantSource clock) {
        this.log = log;
        this.patients = patients;
        this.clock = clock;
    }

    public Outcome<SchedulingEvent> handle(Request request, UUID patientId, PatientCommand command) {
        return log.execute(request, patientId, history -> decide(request, patientId, command, history));
    }

    private Optional<Draft<SchedulingEvent>> decide(
            Request request, UUID patientId, PatientCommand command, List<Recorded<SchedulingEvent>> history) {
        var file = PatientFile.of(history.stream().map(Recorded::event).toList());
        var current = patients.get(request.clinic(), patientId).orElse(null);
        return PatientDecider.decide(command, file, current).map(decided -> {
            var value = decided.patient() == null ? null : codec.encode(decided.patient());
            var change = new StateChange(TOPIC, patientId, request.clinic(), value);
            return new Draft<>(decided.event(), clock.instant(), List.of(change));
        });
    }
}

package io.upswing.session.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.StateRecord;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import io.upswing.session.view.Patient;
import io.upswing.session.view.Patients;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the registry of patients. Of the identity nothing is kept but the date of birth. */
@Startup
@Singleton
class PatientsInbox {
    private final Patients patients;
    private final StateCodec<PatientRecord> codec = StateCodec.patients();
    private final FollowedTopic<StateRecord> topic;

    PatientsInbox(EventLogs logs, Patients patients) {
        this.patients = patients;
        this.topic = logs.followStates("patients", this::fold);
    }

    @Incoming("patients")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    private void fold(List<StateRecord> states) {
        for (var state : states) {
            var value = state.value();
            if (value == null) {
                patients.remove(state.key());
            } else {
                patients.put(new Patient(
                        state.key(), state.clinic(), codec.decode(value).birthDate()));
            }
        }
    }
}

package io.upswing.notification.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.StateRecord;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Recipients;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Who patients are and how they may be written to; whatever changes there changes their plans. */
@Startup
@Singleton
class PatientsInbox {
    private final FollowedTopic<StateRecord> topic;
    private final StateReader<PatientRecord> reader = new StateReader<>(PatientsInbox::decode);
    private final Recipients recipients;
    private final Plans plans;

    PatientsInbox(EventLogs logs, Recipients recipients, Plans plans) {
        this.recipients = recipients;
        this.plans = plans;
        topic = logs.followStates("patients", this::fold);
    }

    @Incoming("patients")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    void fold(List<StateRecord> records) {
        var batch = reader.read(records);
        recipients.put(batch.values());
        recipients.erase(batch.erased());
        // it may have said that they want no mail: a person is asked rather than what was known before is used
        recipients.remove(batch.refused());
        var concerned = new HashSet<>(batch.erased());
        concerned.addAll(batch.refused());
        batch.values().forEach(patient -> concerned.add(patient.patientId()));
        plans.replan(concerned);
    }

    private static PatientRecord decode(byte[] value) {
        var patient = StateCodec.patients().decode(value);
        ZoneId.of(patient.timeZone()); // throws: without a zone there is no hour at which to write
        var representative = patient.representative();
        if (representative != null && representative.timeZone() != null) {
            ZoneId.of(representative.timeZone());
        }
        return patient;
    }
}

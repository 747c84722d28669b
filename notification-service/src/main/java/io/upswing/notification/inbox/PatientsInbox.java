package io.upswing.notification.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.StateRecord;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Recipients;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Who patients are and how they may be written to; whatever changes there changes their plans. */
@ApplicationScoped
@Identifier("patients-offsets")
class PatientsInbox implements KafkaConsumerRebalanceListener {
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

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        topic.onPartitionsAssigned(consumer, partitions);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        topic.onPartitionsRevoked(consumer, partitions);
    }

    void fold(List<StateRecord> records) {
        var batch = reader.read(records);
        recipients.put(batch.values());
        recipients.remove(batch.erased());
        var concerned = new HashSet<>(batch.erased());
        batch.values().forEach(patient -> concerned.add(patient.patientId()));
        plans.replan(concerned);
    }

    private static PatientRecord decode(byte[] value) {
        var patient = StateCodec.patients().decode(value);
        ZoneId.of(patient.timeZone()); // throws: without a zone there is no hour at which to write
        return patient;
    }
}

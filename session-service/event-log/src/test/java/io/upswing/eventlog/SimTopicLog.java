package io.upswing.eventlog;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Sends that get lost, land unnoticed, land twice or land late. */
class SimTopicLog implements TopicLog {

    private final Scheduler scheduler;
    private final Faults faults;
    private final SimKafka kafka;
    private final String events;
    private final Map<String, UUID> topicIds;
    private int sending;

    /** @param topicIds as this instance found them when it started */
    SimTopicLog(Scheduler scheduler, Faults faults, SimKafka kafka, String events, Map<String, UUID> topicIds) {
        this.scheduler = scheduler;
        this.faults = faults;
        this.kafka = kafka;
        this.events = events;
        this.topicIds = topicIds;
    }

    @Override
    public UUID send(EventRecord record) throws NotAcknowledged {
        return send(events, record.stream(), record);
    }

    @Override
    public UUID send(StateRecord record) throws NotAcknowledged {
        return send(record.topic(), record.key(), record);
    }

    /** The id of the topic of events, as this instance knows it. */
    UUID eventsId() {
        return Objects.requireNonNull(topicIds.get(events));
    }

    private UUID send(String topic, UUID key, Object record) throws NotAcknowledged {
        var topicId = Objects.requireNonNull(topicIds.get(topic));
        sending++;
        try {
            scheduler.step();
            if (kafka.down) {
                scheduler.sleep(3);
                throw notAcknowledged();
            }
            if (scheduler.chance(faults.send())) {
                goWrong(topic, topicId, key, record);
            } else {
                kafka.land(topic, topicId, key, record);
            }
            scheduler.step(); // it is there, and nobody here knows yet
            return topicId;
        } finally {
            sending--;
        }
    }

    boolean isSending() {
        return sending > 0;
    }

    private void goWrong(String topic, UUID topicId, UUID key, Object record) throws NotAcknowledged {
        switch (scheduler.pick(5)) {
            case 0 -> throw notAcknowledged(); // lost
            case 1 -> { // there, but the acknowledgement was lost
                kafka.land(topic, topicId, key, record);
                throw notAcknowledged();
            }
            case 2 -> { // given up, and on its way all the same
                kafka.landLater(topic, topicId, key, record);
                throw notAcknowledged();
            }
            case 3 -> { // twice
                kafka.land(topic, topicId, key, record);
                kafka.landLater(topic, topicId, key, record);
            }
            default -> { // slow
                scheduler.sleep(scheduler.pick(60));
                kafka.land(topic, topicId, key, record);
            }
        }
    }

    private static NotAcknowledged notAcknowledged() {
        return new NotAcknowledged(new IllegalStateException("no answer in time"));
    }
}

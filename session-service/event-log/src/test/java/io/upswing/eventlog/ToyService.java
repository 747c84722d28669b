package io.upswing.eventlog;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service as the log's users write one, as small as can be. */
final class ToyService {

    private ToyService() {}

    /** Why this replica stopped; a service that is not a test ends instead. */
    static final List<String> STOPS = new CopyOnWriteArrayList<>();

    static final class Wiring {

        @Produces
        @Singleton
        InstantSource clock() {
            return InstantSource.system();
        }

        @Produces
        @Singleton
        Gate gate() {
            return new Gate(() -> STOPS.add("stopped"));
        }

        @Produces
        @Singleton
        Notes notes(AgroalDataSource dataSource) {
            return new Notes(new Sql(dataSource));
        }

        @Produces
        @Singleton
        EventLog<Note> log(EventLogs logs, Notes notes) {
            return logs.log(new NoteCodec(), notes);
        }
    }

    /** Delegates to a followed topic. */
    abstract static class Inbox implements KafkaConsumerRebalanceListener {

        abstract FollowedTopic<?> topic();

        @Override
        public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            topic().onPartitionsAssigned(consumer, partitions);
        }

        @Override
        public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            topic().onPartitionsRevoked(consumer, partitions);
        }
    }

    @ApplicationScoped
    @Identifier("neighbour-events-offsets")
    static class NeighbourInbox extends Inbox {
        private final FollowedTopic<io.upswing.eventlog.Incoming> topic;

        NeighbourInbox(EventLogs logs, Notes notes) {
            topic = logs.follow("neighbour-events", new NoteCodec(), notes::hear);
        }

        @Override
        FollowedTopic<?> topic() {
            return topic;
        }

        @Incoming("neighbour-events")
        @RunOnVirtualThread
        void receive(ConsumerRecords<String, byte[]> batch) {
            topic.receive(batch);
        }
    }

    @ApplicationScoped
    @Identifier("neighbour-cards-offsets")
    static class CardsInbox extends Inbox {
        private final FollowedTopic<StateRecord> topic;

        CardsInbox(EventLogs logs, Notes notes) {
            topic = logs.followStates("neighbour-cards", notes::applyStates);
        }

        @Override
        FollowedTopic<?> topic() {
            return topic;
        }

        @Incoming("neighbour-cards")
        @RunOnVirtualThread
        void receive(ConsumerRecords<String, byte[]> batch) {
            topic.receive(batch);
        }
    }

    @ApplicationScoped
    @Identifier("toy-cards-offsets")
    static class CardsGuard extends Inbox {
        private final FollowedTopic<StateRecord> topic;

        CardsGuard(EventLogs logs) {
            topic = logs.guardStates("toy-cards");
        }

        @Override
        FollowedTopic<?> topic() {
            return topic;
        }

        @Incoming("toy-cards")
        @RunOnVirtualThread
        void receive(ConsumerRecords<String, byte[]> batch) {
            topic.receive(batch);
        }
    }
}

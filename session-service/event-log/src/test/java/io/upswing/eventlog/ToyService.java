package io.upswing.eventlog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
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

    @Startup
    @Singleton
    static class NeighbourInbox {
        private final FollowedTopic<io.upswing.eventlog.Incoming> topic;

        NeighbourInbox(EventLogs logs, Notes notes) {
            topic = logs.follow("neighbour-events", new NoteCodec(), notes::hear);
        }

        @Incoming("neighbour-events")
        @RunOnVirtualThread
        void receive(ConsumerRecords<String, byte[]> batch) {
            topic.receive(batch);
        }
    }

    @Startup
    @Singleton
    static class CardsInbox {
        private final FollowedTopic<StateRecord> topic;

        CardsInbox(EventLogs logs, Notes notes) {
            topic = logs.followStates("neighbour-cards", notes::applyStates);
        }

        @Incoming("neighbour-cards")
        @RunOnVirtualThread
        void receive(ConsumerRecords<String, byte[]> batch) {
            topic.receive(batch);
        }
    }

    @Startup
    @Singleton
    static class CardsGuard {
        private final FollowedTopic<StateRecord> topic;

        CardsGuard(EventLogs logs) {
            topic = logs.guardStates("toy-cards");
        }

        @Incoming("toy-cards")
        @RunOnVirtualThread
        void receive(ConsumerRecords<String, byte[]> batch) {
            topic.receive(batch);
        }
    }
}

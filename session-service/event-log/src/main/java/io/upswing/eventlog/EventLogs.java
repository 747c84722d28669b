package io.upswing.eventlog;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Builds a service's {@link EventLog} and its followers on its database and brokers, and starts them. */
@Singleton
public class EventLogs {

    private static final Logger LOG = Logger.getLogger(EventLogs.class);
    private static final Duration POLL = Duration.ofMillis(5);

    /** Long: a start may have to empty and index big tables. */
    private static final Duration START_UP_BOUND = Duration.ofHours(1);

    private static final Duration BOUND = Duration.ofMinutes(1);

    private final EventLogConfig config;
    private final KafkaClients clients;
    private final InstantSource clock;
    private final KafkaClientService channels;
    private final Transactions transactions = new QuarkusTransactions(BOUND);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, UUID> topicIds = new ConcurrentHashMap<>();
    private final List<Recovery<?>> recoveries = new ArrayList<>();
    private final List<FollowedTopic<?>> followed = new CopyOnWriteArrayList<>();
    private final PostgresIdentity identity;
    private final LogStore store;
    private final StateStore states;
    private final PostgresFollowStore followStore;
    private final KafkaProducer<String, byte[]> producer;
    private final Relay relay;
    private final Gate gate;

    EventLogs(
            EventLogConfig config,
            Sql sql,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            KafkaClientService channels,
            InstantSource clock,
            SameDatabase database,
            Gate gate) {
        this.config = config;
        this.clock = clock;
        this.channels = channels;
        this.gate = gate;
        clients = new KafkaClients(kafka);
        identity = new PostgresIdentity(sql);
        store = new PostgresLogStore(sql, identity);
        states = new PostgresStates(sql, identity);
        followStore = new PostgresFollowStore(sql);
        database.expect(identity::incarnation);
        producer = clients.producer(config.deliveryTimeout());
        var topicLog = new KafkaTopicLog(producer, config.topic(), topicIds, new Wire(config.source()));
        relay = new Relay(store, states, transactions, topicLog, threads);
        LogGauges.register(transactions, sql);
    }

    /** The service's own log. {@code views} are folded in the transaction of each append, and made again after a loss. */
    public <E> EventLog<E> log(EventCodec<E> codec, View<E> views) {
        var own = new KafkaOwnTopics(
                config.topic(), stateTopics(), topicIds, new KafkaReader(clients::reader), this::settle);
        var unhurried = new QuarkusTransactions(START_UP_BOUND);
        recoveries.add(new Recovery<>(identity, own, store, states, followStore, unhurried, codec, views));
        return new EventLog<>(
                codec, views, store, states, transactions, relay, gate, Patience.of(config.patience()), clock);
    }

    /**
     * A neighbour's topic of events, folded into views of this service.
     *
     * @param channel the incoming channel that brings it, by whose name its settings are found
     */
    public <E> FollowedTopic<Incoming> follow(String channel, EventCodec<E> codec, Fold<E> views) {
        var topic = topicOf(channel);
        var follower = new Follower<>(topic, codec, views, followStore, transactions);
        return register(FollowedTopic.ofEvents(topic, follower, host(channel)));
    }

    /** A compacted topic; {@code views} takes the newest value of each key that changed. */
    public FollowedTopic<StateRecord> followStates(String channel, Consumer<List<StateRecord>> views) {
        var topic = topicOf(channel);
        var follower = new StateFollower(topic, views, late -> {}, followStore, transactions);
        return register(FollowedTopic.ofStates(topic, follower, host(channel)));
    }

    /** One's own compacted topic: should an older version land after a newer one, the newer one is sent again. */
    public FollowedTopic<StateRecord> guardStates(String channel) {
        var topic = topicOf(channel);
        var follower =
                new StateFollower(topic, newest -> {}, late -> states.renew(topic, late), followStore, transactions);
        return register(FollowedTopic.ofStates(topic, follower, host(channel)));
    }

    /** True once this replica's start-up is done and every followed topic was read as far as it went at the start. */
    public boolean ready() {
        return gate.state() == Gate.State.OPEN && followed.stream().allMatch(FollowedTopic::caughtUp);
    }

    /**
     * Waits until this service has applied the stream's version; false when that does not come within the bound.
     *
     * @throws IllegalArgumentException when it never will, because the service does not read this topic
     */
    public boolean await(String topic, UUID stream, long version, Duration bound) {
        if (topic.equals(config.topic())) {
            return true; // folded with each append
        }
        neighbour(topic);
        return await(() -> reached(topic, stream, version), bound);
    }

    /**
     * Waits until this service has applied what a neighbour's topic holds now; false when that does not come within the
     * bound. Then who draws conclusions from what was not heard may hear it still.
     *
     * @throws IllegalArgumentException when the service does not read this topic
     */
    public boolean awaitEnd(String topic, Duration bound) {
        var neighbour = neighbour(topic);
        var ends = neighbour.endsNow();
        return await(() -> neighbour.reached(ends), bound);
    }

    private FollowedTopic<?> neighbour(String topic) {
        return followed.stream()
                .filter(neighbour -> neighbour.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This service does not read the topic " + topic + "."));
    }

    private static boolean await(BooleanSupplier reached, Duration bound) {
        var deadline = System.nanoTime() + bound.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(POLL);
        }
        return true;
    }

    private boolean reached(String topic, UUID stream, long version) {
        return transactions
                        .call(() -> followStore.heads(topic, List.of(stream)))
                        .getOrDefault(stream, FollowStore.Head.NONE)
                        .version()
                >= version;
    }

    /** Waits for the start-up, before which not every inbox is there. */
    FollowedTopic<?> followed(String name) {
        return followed.stream()
                .filter(topic -> topic.topic().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No inbox follows " + name));
    }

    Gate.State state() {
        return gate.state();
    }

    /** After every inbox, which is made at start-up because recovery must know what is followed. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event, Instance<EventLog<?>> logs) {
        logs.forEach(log -> {}); // makes the service's log: recovery must know it too
        threads.execute(new StartUp(this::prepareTopics, recoveries, relay, gate, config));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        producer.close(Duration.ofSeconds(2));
    }

    private void prepareTopics() {
        try (var admin = clients.admin()) {
            var topics = new Topics(admin);
            ensure(topics, config.topic(), false);
            stateTopics().forEach(topic -> ensure(topics, topic, true));
            for (var topic : followed) {
                ensure(topics, topic.topic(), topic.compacted());
                topic.meet(topics.id(topic.topic()));
            }
        }
    }

    /** Whoever comes first makes a topic; which one it is, counts for those that are our own. */
    private void ensure(Topics topics, String topic, boolean compacted) {
        topics.ensure(topic, compacted, config.partitions(), config.minInsyncReplicas());
        topicIds.put(topic, topics.id(topic));
    }

    /** A database that lost what was sent must not read the log back before all of that can have landed. */
    private void settle() {
        try (var admin = clients.admin()) {
            if (new Topics(admin).hasRecords(config.topic())) {
                var inFlight = KafkaClients.inFlight(config.deliveryTimeout());
                LOG.infof("The database is new and the log is not: waiting %s for what may still land", inFlight);
                Pause.of(inFlight);
            }
        }
    }

    private FollowerHost host(String channel) {
        return new ServiceHost(channel, gate, transactions, followStore, clients, channels, threads, clock);
    }

    private static String topicOf(String channel) {
        return ConfigProvider.getConfig()
                .getOptionalValue("mp.messaging.incoming." + channel + ".topic", String.class)
                .orElse(channel);
    }

    private List<String> stateTopics() {
        return config.stateTopics().orElse(List.of());
    }

    private <R> FollowedTopic<R> register(FollowedTopic<R> topic) {
        followed.add(topic);
        return topic;
    }
}

package io.upswing.eventlog;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
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
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Builds a service's {@link EventLog} and its followers on its database and brokers, and runs start-up and sweep. */
@Singleton
public class EventLogs {

    private static final Logger LOG = Logger.getLogger(EventLogs.class);
    private static final int SWEEP = 500;
    private static final Duration RETRY = Duration.ofMillis(500);

    private final EventLogConfig config;
    private final KafkaClients clients;
    private final InstantSource clock;
    private final KafkaClientService channels;
    private final Transactions transactions = new QuarkusTransactions();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, UUID> topicIds = new ConcurrentHashMap<>();
    private final List<Recovery<?>> recoveries = new ArrayList<>();
    private final List<FollowedTopic<?>> followed = new CopyOnWriteArrayList<>();
    private final PostgresLogStore store;
    private final PostgresFollowStore followStore;
    private final KafkaProducer<String, byte[]> producer;
    private final Relay relay;
    private final Gate gate = new Gate(() -> Quarkus.asyncExit(1));

    EventLogs(
            EventLogConfig config,
            AgroalDataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            KafkaClientService channels,
            InstantSource clock) {
        this.config = config;
        this.clock = clock;
        this.channels = channels;
        clients = new KafkaClients(kafka);
        var sql = new Sql(dataSource);
        store = new PostgresLogStore(sql);
        followStore = new PostgresFollowStore(sql);
        producer = clients.producer(config.deliveryTimeout());
        var topicLog = new KafkaTopicLog(producer, config.topic(), topicIds, new Wire(config.source()));
        relay = new Relay(store, transactions, topicLog, threads);
        LogGauges.register(transactions, sql);
    }

    /** The service's own log. {@code views} are folded in the transaction of each append, and made again after a loss. */
    public <E> EventLog<E> log(EventCodec<E> codec, View<E> views) {
        var own = new KafkaOwnTopics(config.topic(), states(), topicIds, clients::reader, this::settle);
        recoveries.add(new Recovery<>(store, own, store, followStore, transactions, codec, views));
        return new EventLog<>(codec, views, store, transactions, relay, gate, Patience.of(config.patience()), clock);
    }

    /**
     * A neighbour's topic of events, folded into views of this service.
     *
     * @param channel the incoming channel that brings it, by whose name its settings are found
     */
    public <E> FollowedTopic<Incoming> follow(String channel, EventCodec<E> codec, Fold<E> views) {
        var topic = topicOf(channel);
        var follower = new Follower<>(topic, codec, views, followStore, transactions);
        return register(FollowedTopic.ofEvents(topic, channel, follower, this));
    }

    /** A compacted topic; {@code views} takes the newest value of each key that changed. */
    public FollowedTopic<StateRecord> followStates(String channel, Consumer<List<StateRecord>> views) {
        var topic = topicOf(channel);
        var follower = new StateFollower(topic, views, old -> {}, followStore, transactions);
        return register(FollowedTopic.ofStates(topic, channel, follower, this));
    }

    /** One's own compacted topic: should an older version land after a newer one, the newer one is sent again. */
    public FollowedTopic<StateRecord> guardStates(String channel) {
        var topic = topicOf(channel);
        var follower = new StateFollower(
                topic, newest -> {}, old -> store.unmarkState(topic, old.key()), followStore, transactions);
        return register(FollowedTopic.ofStates(topic, channel, follower, this));
    }

    /** True once this replica's start-up is done and every followed topic was read as far as it went at the start. */
    public boolean ready() {
        return gate.state() == Gate.State.OPEN && followed.stream().allMatch(FollowedTopic::caughtUp);
    }

    /** Waits until this service has applied the stream's version; false when that does not come within the bound. */
    public boolean await(String topic, UUID stream, long version, Duration bound) {
        var deadline = System.nanoTime() + bound.toNanos();
        while (!reached(topic, stream, version)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(Duration.ofMillis(5));
        }
        return true;
    }

    private boolean reached(String topic, UUID stream, long version) {
        return topic.equals(config.topic())
                || transactions
                                .call(() -> followStore.heads(topic, List.of(stream)))
                                .getOrDefault(stream, FollowStore.Head.NONE)
                                .version()
                        >= version;
    }

    Gate gate() {
        return gate;
    }

    PostgresLogStore store() {
        return store;
    }

    FollowStore followStore() {
        return followStore;
    }

    Transactions transactions() {
        return transactions;
    }

    InstantSource clock() {
        return clock;
    }

    void start(@Observes StartupEvent event, Instance<EventLog<?>> logs) {
        logs.forEach(log -> {}); // makes each service's log, and with it its recovery
        threads.execute(this::startUp);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        producer.close(Duration.ofSeconds(2));
    }

    private void startUp() {
        while (gate.state() == Gate.State.STARTING) {
            try {
                prepareTopics();
                recoveries.forEach(Recovery::run);
                LOG.infof("%s: the log is read back, writes are accepted", config.source());
                gate.open();
            } catch (Topics.Unfit e) {
                LOG.error("This service cannot start", e);
                gate.stop(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("Start-up of the log is tried again: %s", rootOf(e));
                Pause.of(RETRY);
            }
        }
        sweep();
    }

    private void prepareTopics() throws InterruptedException {
        try (var admin = clients.admin()) {
            var topics = new Topics(admin, config.partitions(), config.minInsyncReplicas());
            topics.ensure(config.topic(), false);
            for (var topic : states()) {
                topics.ensure(topic, true);
            }
            for (var topic : followed) {
                topics.ensure(topic.topic(), topic.compacted());
                topic.readEnds(topics.ends(topic.topic()), topics.id(topic.topic()));
                topicIds.put(topic.topic(), topics.id(topic.topic()));
            }
            for (var topic : states()) {
                topicIds.put(topic, topics.id(topic));
            }
            topicIds.put(config.topic(), topics.id(config.topic()));
        }
    }

    /** A database that lost what was sent must not read the log back before all of that can have landed. */
    private void settle() {
        try (var admin = clients.admin()) {
            if (new Topics(admin, config.partitions(), config.minInsyncReplicas()).hasRecords(config.topic())) {
                LOG.infof(
                        "The database is new and the log is not: waiting %s for what may still land",
                        config.deliveryTimeout());
                Pause.of(config.deliveryTimeout());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep() {
        while (gate.state() == Gate.State.OPEN && !Thread.currentThread().isInterrupted()) {
            var more = false;
            try {
                more = relay.sweep(SWEEP);
            } catch (RuntimeException e) {
                LOG.warnf("Unsent events could not be looked for: %s", rootOf(e));
            }
            if (!more && !relay.takeWake()) {
                Pause.of(config.sweepEvery());
            }
        }
    }

    /** Has the channel's consumer read on from the offset, on its own thread. */
    void seek(String channel, TopicPartition partition, long offset) {
        channels.getConsumer(channel)
                .runOnPollingThread(consumer -> {
                    if (consumer.assignment().contains(partition)) {
                        consumer.seek(partition, offset);
                    }
                })
                .await()
                .atMost(RETRY.multipliedBy(20));
    }

    private static String topicOf(String channel) {
        return ConfigProvider.getConfig().getValue("mp.messaging.incoming." + channel + ".topic", String.class);
    }

    private List<String> states() {
        return config.stateTopics().orElse(List.of());
    }

    private <R> FollowedTopic<R> register(FollowedTopic<R> topic) {
        followed.add(topic);
        return topic;
    }

    private static String rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}

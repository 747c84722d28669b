package io.upswing.eventlog;

import io.upswing.eventlog.SimDirector.Script;
import io.upswing.eventlog.TopicLog.NotAcknowledged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Mistakes that such a protocol invites. The simulation is worth something if it finds each of them. */
enum PlantedBug {
    MARK_BEFORE_SEND(MarkBeforeSend::new),
    NEXT_VERSION_BEFORE_THE_MARK(NextVersionBeforeTheMark::new),
    SKIP_LOCKED(SkipLocked::new),
    OFFSETS_WITHOUT_COMPARE_AND_SET(OffsetsWithoutCompareAndSet::new),
    OFFSETS_BY_TOPIC_NAME(OffsetsByTopicName::new),
    ANSWER_AT_THE_COMMIT(AnswerAtTheCommit::new),
    ANSWER_WITHOUT_THE_MARK(AnswerWithoutTheMark::new, Script.OWNER_OVERSLEEPS),
    PRODUCE_INSIDE_THE_TRANSACTION(ProduceInsideTheTransaction::new),
    APPEND_WITHOUT_COMPARE_AND_SET(AppendWithoutCompareAndSet::new),
    FOLD_WITHOUT_VERSION_CHECK(FoldWithoutVersionCheck::new),
    HEADS_WITHOUT_COMPARE_AND_SET(HeadsWithoutCompareAndSet::new),
    READ_BACK_WITHOUT_SETTLING(ReadBackWithoutSettling::new),
    START_WITHOUT_TURNS(StartWithoutTurns::new),
    RENEW_WITHOUT_A_VERSION(RenewWithoutAVersion::new),
    EVENT_BEFORE_ITS_STATES(EventBeforeItsStates::new);

    private final Supplier<SimParts> parts;
    final Script script;

    PlantedBug(Supplier<SimParts> parts) {
        this(parts, Script.USUAL);
    }

    PlantedBug(Supplier<SimParts> parts, Script script) {
        this.parts = parts;
        this.script = script;
    }

    SimParts parts() {
        return parts.get();
    }

    private static final class MarkBeforeSend extends SimParts {
        @Override
        TopicLog topicLog(SimTopicLog topic, SimLogStore store, SimTransactions transactions) {
            return new Sending(topic) {
                @Override
                public UUID send(EventRecord record) throws NotAcknowledged {
                    transactions.run(() -> store.mark(List.of(record.id()), topic.eventsId()));
                    return super.send(record);
                }
            };
        }
    }

    private static final class NextVersionBeforeTheMark extends SimParts {
        @Override
        Relay relay(
                SimLogStore store, Transactions transactions, TopicLog topic, Executor executor, Patience patience) {
            return new Relay(store, store, transactions, topic, executor, patience) {
                @Override
                CompletableFuture<Void> offer(
                        EventRecord record, @Nullable List<StateRecord> states, boolean predecessorLogged) {
                    return super.offer(record, states, true);
                }
            };
        }
    }

    /** What another relay is sending is locked, and passed over. */
    private static final class SkipLocked extends SimParts {
        private final Set<UUID> locked = new HashSet<>();

        @Override
        SimLogStore logStore(
                Scheduler scheduler, Scheduler.Process process, SimTransactions transactions, SimTopicLog topic) {
            return new SimLogStore(scheduler, process, transactions) {
                @Override
                public List<EventRecord> unsent(UUID stream, int limit) {
                    return super.unsent(stream, limit).stream()
                            .filter(record -> !locked.contains(record.id()))
                            .toList();
                }
            };
        }

        @Override
        TopicLog topicLog(SimTopicLog topic, SimLogStore store, SimTransactions transactions) {
            return new Sending(topic) {
                @Override
                public UUID send(EventRecord record) throws NotAcknowledged {
                    locked.add(record.id());
                    try {
                        return super.send(record);
                    } finally {
                        locked.remove(record.id());
                    }
                }
            };
        }
    }

    private static final class OffsetsWithoutCompareAndSet extends SimParts {
        @Override
        SimFollowStore followStore(SimTransactions transactions) {
            return new SimFollowStore(transactions) {
                @Override
                public boolean moveOffset(String topic, UUID topicId, int partition, long expected, long next) {
                    return super.moveOffset(topic, topicId, partition, offset(topicId, partition), next);
                }
            };
        }
    }

    private static final class OffsetsByTopicName extends SimParts {
        private final Map<UUID, UUID> names = new HashMap<>();

        @Override
        SimFollowStore followStore(SimTransactions transactions) {
            return new SimFollowStore(transactions) {
                @Override
                public long offset(UUID topicId, int partition) {
                    return super.offset(names.getOrDefault(topicId, topicId), partition);
                }

                @Override
                public boolean moveOffset(String topic, UUID topicId, int partition, long expected, long next) {
                    names.put(topicId, Records.id(topic));
                    return super.moveOffset(topic, Records.id(topic), partition, expected, next);
                }
            };
        }
    }

    private static final class AnswerAtTheCommit extends SimParts {
        @Override
        Patience answers(Patience patience) {
            return outcome -> true;
        }
    }

    private static final class AnswerWithoutTheMark extends SimParts {
        private final Map<UUID, CompletableFuture<Void>> acknowledged = new HashMap<>();

        @Override
        TopicLog topicLog(SimTopicLog topic, SimLogStore store, SimTransactions transactions) {
            return new Sending(topic) {
                @Override
                public UUID send(EventRecord record) throws NotAcknowledged {
                    var topicId = super.send(record);
                    future(record).complete(null);
                    return topicId;
                }
            };
        }

        @Override
        Relay relay(
                SimLogStore store, Transactions transactions, TopicLog topic, Executor executor, Patience patience) {
            return new Relay(store, store, transactions, topic, executor, patience) {
                @Override
                CompletableFuture<Void> offer(
                        EventRecord record, @Nullable List<StateRecord> states, boolean predecessorLogged) {
                    var marked = super.offer(record, states, predecessorLogged);
                    return CompletableFuture.anyOf(marked, future(record)).thenApply(either -> null);
                }
            };
        }

        private CompletableFuture<Void> future(EventRecord record) {
            return acknowledged.computeIfAbsent(record.id(), id -> new CompletableFuture<>());
        }
    }

    private static final class ProduceInsideTheTransaction extends SimParts {
        @Override
        SimLogStore logStore(
                Scheduler scheduler, Scheduler.Process process, SimTransactions transactions, SimTopicLog topic) {
            return new SimLogStore(scheduler, process, transactions) {
                @Override
                public boolean append(EventRecord record) {
                    try {
                        if (super.append(record)) {
                            topic.send(record);
                            return true;
                        }
                        return false;
                    } catch (NotAcknowledged e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }
    }

    private static final class AppendWithoutCompareAndSet extends SimParts {
        @Override
        SimLogStore logStore(
                Scheduler scheduler, Scheduler.Process process, SimTransactions transactions, SimTopicLog topic) {
            return new SimLogStore(scheduler, process, transactions) {
                @Override
                public boolean append(EventRecord record) {
                    insertAnywhere(record);
                    return true;
                }
            };
        }
    }

    private static final class FoldWithoutVersionCheck extends SimParts {
        @Override
        <E> Follower<E> follower(
                String topic, EventCodec<E> codec, Fold<E> views, FollowStore store, Transactions transactions) {
            return new Follower<>(topic, codec, views, store, transactions) {
                @Override
                Sequencer<E> sequencer(Map<UUID, FollowStore.Head> heads, @Nullable String refusal) {
                    return new Credulous<>(codec, heads, refusal);
                }
            };
        }
    }

    private static final class Credulous<E> extends Sequencer<E> {
        private final EventCodec<E> codec;

        Credulous(EventCodec<E> codec, Map<UUID, FollowStore.Head> heads, @Nullable String refusal) {
            super(codec, heads, refusal);
            this.codec = codec;
        }

        @Override
        void take(Incoming incoming) {
            var record = incoming.record();
            if (incoming.unreadable() != null) {
                super.take(incoming);
                return;
            }
            codec.decode(record.type(), record.value()).ifPresent(event -> apply.add(new Recorded<>(record, event)));
            changed.put(record.stream(), new FollowStore.Head(record.version(), record.id(), null));
        }
    }

    private static final class HeadsWithoutCompareAndSet extends SimParts {
        @Override
        SimFollowStore followStore(SimTransactions transactions) {
            return new SimFollowStore(transactions) {
                @Override
                public boolean moveHeads(String topic, Map<UUID, Head> before, Map<UUID, Head> after) {
                    return super.moveHeads(topic, heads(topic, after.keySet()), after);
                }
            };
        }
    }

    private static final class ReadBackWithoutSettling extends SimParts {
        @Override
        Runnable settle(Runnable settle) {
            return () -> {};
        }
    }

    private static final class StartWithoutTurns extends SimParts {
        @Override
        SimLogStore logStore(
                Scheduler scheduler, Scheduler.Process process, SimTransactions transactions, SimTopicLog topic) {
            return new SimLogStore(scheduler, process, transactions) {
                @Override
                public void alone(Runnable startUp) {
                    startUp.run();
                }

                @Override
                public void requireTurn() {}
            };
        }
    }

    private static final class RenewWithoutAVersion extends SimParts {
        @Override
        SimLogStore logStore(
                Scheduler scheduler, Scheduler.Process process, SimTransactions transactions, SimTopicLog topic) {
            return new SimLogStore(scheduler, process, transactions) {
                @Override
                public void renew(String topic, UUID key) {
                    unmarkState(topic, key);
                }
            };
        }
    }

    private static final class EventBeforeItsStates extends SimParts {
        @Override
        Relay relay(
                SimLogStore store, Transactions transactions, TopicLog topic, Executor executor, Patience patience) {
            return new Relay(store, store, transactions, topic, executor, patience) {
                @Override
                CompletableFuture<Void> offer(
                        EventRecord record, @Nullable List<StateRecord> states, boolean predecessorLogged) {
                    return super.offer(record, List.of(), predecessorLogged);
                }
            };
        }
    }

    /** Sends as it should be. */
    static class Sending implements TopicLog {
        private final TopicLog topic;

        Sending(TopicLog topic) {
            this.topic = topic;
        }

        @Override
        public UUID send(EventRecord record) throws NotAcknowledged {
            return topic.send(record);
        }

        @Override
        public UUID send(StateRecord record) throws NotAcknowledged {
            return topic.send(record);
        }
    }
}

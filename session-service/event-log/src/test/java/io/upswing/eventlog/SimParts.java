package io.upswing.eventlog;

import java.util.concurrent.Executor;

/** What an instance is made of. A planted bug replaces one of the parts. */
class SimParts {

    SimLogStore logStore(
            Scheduler scheduler, Scheduler.Process process, SimTransactions transactions, SimTopicLog topic) {
        return new SimLogStore(scheduler, process, transactions);
    }

    SimFollowStore followStore(SimTransactions transactions) {
        return new SimFollowStore(transactions);
    }

    TopicLog topicLog(SimTopicLog topic, SimLogStore store, SimTransactions transactions) {
        return topic;
    }

    Relay relay(SimLogStore store, Transactions transactions, TopicLog topic, Executor executor, Patience patience) {
        return new Relay(store, store, transactions, topic, executor, patience);
    }

    Patience answers(Patience patience) {
        return patience;
    }

    Runnable settle(Runnable settle) {
        return settle;
    }

    <E> Follower<E> follower(
            String topic, EventCodec<E> codec, Fold<E> views, FollowStore store, Transactions transactions) {
        return new Follower<>(topic, codec, views, store, transactions);
    }
}

/**
 * The event log: append to PostgreSQL with compare-and-set, send to Kafka, follow the neighbours exactly once, rebuild.
 *
 * <p>Read {@link io.upswing.eventlog.EventLog} first, then {@link io.upswing.eventlog.Relay},
 * {@link io.upswing.eventlog.Follower} and {@link io.upswing.eventlog.Recovery}. They speak to the outside only through
 * {@link io.upswing.eventlog.LogStore}, {@link io.upswing.eventlog.StateStore},
 * {@link io.upswing.eventlog.FollowStore} and {@link io.upswing.eventlog.TopicLog}, so that a simulation can put a failure
 * between any two of their steps.
 */
@NullMarked
package io.upswing.eventlog;

import org.jspecify.annotations.NullMarked;

/**
 * The topics that this service follows: what sessions say, and its own compacted ones. Singletons, not application-scoped: a
 * proxy would be made in time, the follower behind it only with the first record.
 */
@NullMarked
package io.upswing.scheduling.inbox;

import org.jspecify.annotations.NullMarked;

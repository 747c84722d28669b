/** The topics that this service follows: what sessions say, and its own compacted ones. */
@NullMarked
package io.upswing.scheduling.inbox;

import org.jspecify.annotations.NullMarked;

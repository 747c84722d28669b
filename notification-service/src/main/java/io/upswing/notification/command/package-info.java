/** Sends what is due and records what came of it, and what people saw to; reads the log back; owns the clock. */
@NullMarked
package io.upswing.notification.command;

import org.jspecify.annotations.NullMarked;

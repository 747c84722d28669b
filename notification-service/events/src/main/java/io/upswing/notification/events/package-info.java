/** What notification-service says: which messages were started, what became of them, and what was not sent and why. */
@NullMarked
package io.upswing.notification.events;

import org.jspecify.annotations.NullMarked;

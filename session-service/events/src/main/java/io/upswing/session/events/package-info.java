/** What happened in treatment courses, as written to the topic {@code session-events}; read by every service. */
@NullMarked
package io.upswing.session.events;

import org.jspecify.annotations.NullMarked;

/** What scheduling-service says: its events, and the two state records it publishes ({@code patients}, {@code care-due}). */
@NullMarked
package io.upswing.scheduling.events;

import org.jspecify.annotations.NullMarked;

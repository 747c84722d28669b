/** What is read: rows folded from our own log, from session-events and from the registry; never from another view. */
@NullMarked
package io.upswing.scheduling.view;

import org.jspecify.annotations.NullMarked;

/** The HTTP contract of notification-service. */
@NullMarked
package io.upswing.notification.api;

import org.jspecify.annotations.NullMarked;

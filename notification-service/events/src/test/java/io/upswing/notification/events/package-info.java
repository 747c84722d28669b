@NullMarked
package io.upswing.notification.events;

import org.jspecify.annotations.NullMarked;

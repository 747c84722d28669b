@NullMarked
package io.upswing.notification.inbox;

import org.jspecify.annotations.NullMarked;

/** The outside: the texts that patients read, and the servers that carry them. */
@NullMarked
package io.upswing.notification.gateway;

import org.jspecify.annotations.NullMarked;

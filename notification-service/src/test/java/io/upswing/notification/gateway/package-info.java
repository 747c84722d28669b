@NullMarked
package io.upswing.notification.gateway;

import org.jspecify.annotations.NullMarked;

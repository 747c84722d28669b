@NullMarked
package io.upswing.notification.api;

import org.jspecify.annotations.NullMarked;

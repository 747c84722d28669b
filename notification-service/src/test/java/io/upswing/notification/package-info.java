@NullMarked
package io.upswing.notification;

import org.jspecify.annotations.NullMarked;

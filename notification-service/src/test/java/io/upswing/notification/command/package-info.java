@NullMarked
package io.upswing.notification.command;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.upswing.notification.view;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.upswing.notification.domain;

import org.jspecify.annotations.NullMarked;

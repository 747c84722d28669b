/** Who is to be told what and when, and what may be done about it: pure functions, the hour is an argument. */
@NullMarked
package io.upswing.notification.domain;

import org.jspecify.annotations.NullMarked;

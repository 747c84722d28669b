/** The rules of the registry and of the calendar. Pure: no clock, no ids of its own, no I/O. */
@NullMarked
package io.upswing.scheduling.domain;

import org.jspecify.annotations.NullMarked;

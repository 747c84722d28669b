/** Reads a patient's stream, decides and appends; owns the clock. */
@NullMarked
package io.upswing.session.command;

import org.jspecify.annotations.NullMarked;

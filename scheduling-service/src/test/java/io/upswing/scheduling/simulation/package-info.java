/** A clinic at random, and a judge that knows nothing of how it decides. */
@NullMarked
package io.upswing.scheduling.simulation;

import org.jspecify.annotations.NullMarked;

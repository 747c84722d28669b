/** Measures the figures that were promised, each beside its limit in the same run. */
@NullMarked
package io.upswing.deploy.bench;

import org.jspecify.annotations.NullMarked;

/** The whole system on one machine: what {@code ./clinic} runs. */
@NullMarked
package io.upswing.deploy.local;

import org.jspecify.annotations.NullMarked;

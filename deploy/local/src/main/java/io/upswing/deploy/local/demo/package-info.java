/** A believable clinic, told through the public API: what {@code ./clinic demo} fills the running system with. */
@NullMarked
package io.upswing.deploy.local.demo;

import org.jspecify.annotations.NullMarked;

/** Journeys against the running system, as its users and its operators meet it. */
@NullMarked
package io.upswing.deploy.e2e;

import org.jspecify.annotations.NullMarked;

/** The public API of a running system as programs call it: the demo, the journeys and the measurements. */
@NullMarked
package io.upswing.deploy.local.client;

import org.jspecify.annotations.NullMarked;

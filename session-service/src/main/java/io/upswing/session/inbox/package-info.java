/** What the neighbours say: sites, appointments and patients. */
@NullMarked
package io.upswing.session.inbox;

import org.jspecify.annotations.NullMarked;

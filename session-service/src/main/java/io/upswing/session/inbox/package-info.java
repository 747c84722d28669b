/** What the neighbours say: sites and patients. */
@NullMarked
package io.upswing.session.inbox;

import org.jspecify.annotations.NullMarked;

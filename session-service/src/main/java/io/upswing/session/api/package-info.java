/** The HTTP contract: requests become commands, charts become answers. */
@NullMarked
package io.upswing.session.api;

import org.jspecify.annotations.NullMarked;

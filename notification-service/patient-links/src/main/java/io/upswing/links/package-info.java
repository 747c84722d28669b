/** Links that patients get in their messages, and what all pages behind them have in common. */
@NullMarked
package io.upswing.links;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.upswing.scheduling.inbox;

import org.jspecify.annotations.NullMarked;

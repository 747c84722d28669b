@NullMarked
package io.upswing.scheduling.events;

import org.jspecify.annotations.NullMarked;

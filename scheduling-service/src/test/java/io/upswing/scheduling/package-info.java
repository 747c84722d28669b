@NullMarked
package io.upswing.scheduling;

import org.jspecify.annotations.NullMarked;

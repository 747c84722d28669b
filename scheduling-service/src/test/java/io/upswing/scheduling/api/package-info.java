@NullMarked
package io.upswing.scheduling.api;

import org.jspecify.annotations.NullMarked;

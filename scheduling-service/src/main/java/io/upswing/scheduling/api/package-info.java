/** The HTTP contract of scheduling-service: requests become commands, views become answers. */
@NullMarked
package io.upswing.scheduling.api;

import org.jspecify.annotations.NullMarked;

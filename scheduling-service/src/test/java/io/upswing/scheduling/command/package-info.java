@NullMarked
package io.upswing.scheduling.command;

import org.jspecify.annotations.NullMarked;

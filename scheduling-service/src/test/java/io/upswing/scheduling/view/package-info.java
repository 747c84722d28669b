@NullMarked
package io.upswing.scheduling.view;

import org.jspecify.annotations.NullMarked;

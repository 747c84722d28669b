@NullMarked
package io.upswing.series;

import org.jspecify.annotations.NullMarked;

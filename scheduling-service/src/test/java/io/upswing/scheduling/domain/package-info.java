@NullMarked
package io.upswing.scheduling.domain;

import org.jspecify.annotations.NullMarked;

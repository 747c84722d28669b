@NullMarked
package io.upswing.session.events;

import org.jspecify.annotations.NullMarked;

/**
 * The due rules R1 to R17: from the facts of a course and a date to its standing. Pure functions over whole days; the one
 * place where a date is derived. Each class names the rules that it holds.
 */
@NullMarked
package io.upswing.series;

import org.jspecify.annotations.NullMarked;

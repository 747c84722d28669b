/** The published cases of the due rules: tables that a clinician can read and extend, every row run by the build. */
@NullMarked
package io.upswing.scheduling.duecases;

import org.jspecify.annotations.NullMarked;

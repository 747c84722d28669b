/** The rules of a treatment course and its sessions: pure functions of the patient's own events. */
@NullMarked
package io.upswing.session.domain;

import org.jspecify.annotations.NullMarked;

/** What reading needs beyond the stream: where a course and a session are found, who and where a patient is treated. */
@NullMarked
package io.upswing.session.view;

import org.jspecify.annotations.NullMarked;

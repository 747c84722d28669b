/** What is read: recipients, what is pending, what the log says, and the plans that follow from them. */
@NullMarked
package io.upswing.notification.view;

import org.jspecify.annotations.NullMarked;

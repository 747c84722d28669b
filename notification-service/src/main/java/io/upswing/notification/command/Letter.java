package io.upswing.notification.command;

import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Reminder;
import java.util.Map;

/** A message, the reminder it is of, and what of it goes into the log. */
record Letter(Reminder reminder, Map<String, String> parameters, Message message) {}

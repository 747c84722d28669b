/** Read, decide, append, project: one transaction a command. The one clock of the service is made here. */
@NullMarked
package io.upswing.scheduling.command;

import org.jspecify.annotations.NullMarked;

/** How the command room is set up. */
package io.upswing.session.command;

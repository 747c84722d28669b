/** How the tables come to be. */
package io.upswing.session.view;

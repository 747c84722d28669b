/** What the rules say, without a server. */
package io.upswing.session.domain;

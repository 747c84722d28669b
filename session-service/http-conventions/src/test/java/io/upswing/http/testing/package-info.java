/** Tests that every service runs on itself. */
package io.upswing.http.testing;

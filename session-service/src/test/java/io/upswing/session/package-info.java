/** How this service is put together. */
package io.upswing.session;

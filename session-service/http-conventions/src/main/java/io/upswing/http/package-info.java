/** The conventions of the HTTP contract as code: every service answers alike. */
@NullMarked
package io.upswing.http;

import org.jspecify.annotations.NullMarked;

/** Real Kafka, PostgreSQL and SMTP as plain processes, for tests and for the local system. */
@NullMarked
package io.upswing.deploy.embedded;

import org.jspecify.annotations.NullMarked;

/** The service as its clients see it, on real Kafka and PostgreSQL. */
package io.upswing.session.api;

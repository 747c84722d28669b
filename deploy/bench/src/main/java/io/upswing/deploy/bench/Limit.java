package io.upswing.deploy.bench;

/** What the machine itself gave in the same run, by means that know nothing of our code. */
record Limit(String name, Quantity quantity) {}

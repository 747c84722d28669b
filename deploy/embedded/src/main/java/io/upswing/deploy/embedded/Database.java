package io.upswing.deploy.embedded;

/** How a client reaches one database. */
public record Database(String url, String username, String password) {}

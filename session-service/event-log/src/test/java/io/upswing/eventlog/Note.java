package io.upswing.eventlog;

/** The only event of a toy service: somebody wrote something down. */
record Note(String text) {}

package io.upswing.deploy.embedded;

/** How the provider treats a message on a bad day. */
public enum SmsMood {
    /** Turns it away with 429. */
    BUSY,
    /** Takes it, and answers 500. */
    BROKEN,
    /** Takes it, and never says anything of it. */
    SILENT
}

package io.upswing.eventlog;

/** Which database this is, and whether it holds what the log holds. */
interface Identity {

    /** Waits until no other replica is starting, and keeps the others waiting meanwhile. In no transaction. */
    void alone(Runnable startUp);

    /** Remembers this database as the one this replica writes to; names it when it has no name yet. In a transaction. */
    void claim();

    /** In a transaction. */
    boolean rebuilt();

    /** In a transaction. */
    void setRebuilt(boolean rebuilt);
}

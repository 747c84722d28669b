package io.upswing.eventlog;

/** Which database this is, and whether it holds what the log holds. Every call runs in the transaction around it. */
interface Identity {

    /** Remembers this database as the one this replica writes to; names it when it has no name yet. */
    void claim();

    boolean rebuilt();

    void setRebuilt(boolean rebuilt);
}

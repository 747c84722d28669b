package io.upswing.eventlog;

/** Which database this is, and whether it holds what the log holds. */
interface Identity {

    /**
     * Waits until no other replica is starting, and keeps the others waiting as long as a connection lasts. In no
     * transaction.
     */
    void alone(Runnable startUp);

    /**
     * Remembers this database as the one this replica writes to. A start-up that claimed it before has lost its turn. In a
     * transaction.
     */
    void claim();

    /**
     * Keeps others from claiming the database until the end of the transaction around it.
     *
     * @throws Moved when another start-up has claimed it
     */
    void requireTurn();

    /** In a transaction. */
    boolean rebuilt();

    /** In a transaction. */
    void setRebuilt(boolean rebuilt);
}

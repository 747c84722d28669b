package io.upswing.deploy.embedded;

/** What runs the servers that tests share. */
sealed interface Backing permits Processes, Containers {
    /** Starts Kafka and answers its bootstrap servers. */
    String startKafka();

    /** Starts PostgreSQL. */
    Databases startPostgres();
}

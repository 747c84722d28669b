package io.upswing.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

/** Figures that are read from the tables when somebody asks. */
final class LogGauges {

    private static final String UNSENT = """
            (select recorded_at from event where logged_topic is null
             union all select recorded_at from state_record where logged_topic is null) as unsent
            """;

    static final String UNSENT_AGE = "select coalesce(extract(epoch from now() - min(recorded_at)), 0) from " + UNSENT;

    private LogGauges() {}

    static void register(Transactions transactions, Sql sql) {
        gauge(
                "upswing.log.unsent.events",
                "Events and state records that the topics have not acknowledged yet",
                transactions,
                sql,
                "select count(*) from " + UNSENT);
        gauge(
                "upswing.log.unsent.age.seconds",
                "The time since the oldest of them was recorded",
                transactions,
                sql,
                UNSENT_AGE);
        gauge(
                "upswing.follow.parked.streams",
                "Streams of neighbours that a person must look at",
                transactions,
                sql,
                "select count(*) from follow_stream where parked is not null");
    }

    private static void gauge(String name, String description, Transactions transactions, Sql sql, String query) {
        Gauge.builder(
                        name,
                        () -> transactions.call(
                                () -> sql.query(query, row -> row.getDouble(1)).getFirst()))
                .description(description)
                .register(Metrics.globalRegistry);
    }
}

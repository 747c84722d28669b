package io.upswing.notification.view;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.upswing.eventlog.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** What operators watch of reminders; read where the rows are, whichever replica is asked. */
@Singleton
class ReminderGauges {
    private static final Logger LOG = Logger.getLogger(ReminderGauges.class);

    private static final int MANY = 1000;

    private final Sql sql;
    private final Affirmed affirmed;
    private final InstantSource clock;

    ReminderGauges(Sql sql, Affirmed affirmed, InstantSource clock) {
        this.sql = sql;
        this.affirmed = affirmed;
        this.clock = clock;
    }

    void register(@Observes StartupEvent start, MeterRegistry metrics) {
        Gauge.builder("upswing.reminders.due", this, ReminderGauges::due)
                .description("Reminders that are due and not sent")
                .register(metrics);
        Gauge.builder("upswing.reminders.due.oldest.seconds", this, ReminderGauges::oldest)
                .description("How long the oldest of them has been due")
                .register(metrics);
        Gauge.builder("upswing.reminders.unknown", this, ReminderGauges::unknown)
                .description("Reminders that were perhaps sent, and nobody has seen to")
                .register(metrics);
        Gauge.builder("upswing.plans.stale", this, ReminderGauges::stale)
                .description("Patients whose plans are to be made anew; one that stays is in the log of errors")
                .register(metrics);
        Gauge.builder("upswing.confirmations.open", this, ReminderGauges::affirmations)
                .description(
                        "Appointments that patients said yes to and the calendar does not know; " + MANY + " at most")
                .register(metrics);
    }

    private double due() {
        return query("select count(*) from reminder where state = 'PLANNED' and send_at <= ?", clock.instant());
    }

    private double oldest() {
        var now = clock.instant();
        return query("""
                select coalesce(extract(epoch from ?::timestamptz - min(send_at)), 0) from reminder
                where state = 'PLANNED' and send_at <= ?
                """, now, now);
    }

    private double unknown() {
        return query("""
                select count(*) from reminder r where state = 'UNKNOWN' and not exists (
                    select 1 from resolution d where d.item_id = r.reminder_id and d.kind = 'PERHAPS_SENT')
                """);
    }

    private double stale() {
        return query("select count(*) from planned_patient where stale");
    }

    private double affirmations() {
        return read(() -> (double) affirmed.open(clock.instant(), MANY).size());
    }

    private double query(String select, Object... parameters) {
        return read(() -> sql.query(select, row -> row.getDouble(1), parameters).getFirst());
    }

    private static double read(Callable<Double> figure) {
        try {
            return QuarkusTransaction.requiringNew().call(figure);
        } catch (RuntimeException e) {
            LOG.debug("The gauges cannot be read", e);
            return Double.NaN;
        }
    }
}

package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Dispatch;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** What was handed over, or perhaps was, as a text message. */
@Singleton
public class TextMessages {

    /** A dispatch and its patient's clinic. */
    public record Entry(String clinic, Dispatch dispatch) {}

    private final Sql sql;
    private final Dispatches dispatches;

    TextMessages(Sql sql, Dispatches dispatches) {
        this.sql = sql;
        this.dispatches = dispatches;
    }

    /** Those whose last attempt was started then, for all clinics: the provider's books are of all of them. */
    public List<Entry> startedBetween(Instant from, Instant until) {
        return sql.query(
                """
                select * from dispatch where channel = 'SMS' and started_at >= ? and started_at < ?
                    and state in ('ACCEPTED', 'UNKNOWN', 'DELIVERED', 'BOUNCED')
                order by started_at
                """,
                row -> {
                    var read = dispatches.read(row);
                    return new Entry(read.clinic(), read.dispatch());
                },
                from,
                until);
    }
}

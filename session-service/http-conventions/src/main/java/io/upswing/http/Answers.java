package io.upswing.http;

import io.upswing.eventlog.EventLogConfig;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers a command: 201 in the log, 202 recorded and not yet in the log, 200 a repeat or nothing to do. */
@Singleton
public class Answers {
    private final EventLogConfig log;

    Answers(EventLogConfig log) {
        this.log = log;
    }

    /** The body is a function of what was recorded alone, so that a repeat is answered with the same. */
    public <E, T> RestResponse<T> of(Outcome<E> outcome, Function<Recorded<E>, T> body) {
        return of(outcome, body, history -> {
            throw new IllegalStateException("A command that may change nothing must say what it answers then.");
        });
    }

    /** As {@link #of(Outcome, Function)}; {@code unchanged} answers when the history already says what was asked for. */
    public <E, T> RestResponse<T> of(
            Outcome<E> outcome, Function<Recorded<E>, T> body, Function<List<Recorded<E>>, T> unchanged) {
        return switch (outcome) {
            case Outcome.Logged<E>(var recorded) -> at(recorded, 201, body.apply(recorded));
            case Outcome.Repeated<E>(var recorded) -> at(recorded, 200, body.apply(recorded));
            case Outcome.Pending<E>(var recorded, var repeated) ->
                RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, body.apply(recorded))
                        .location(URI.create("/records/" + recorded.id()))
                        .build();
            case Outcome.Unchanged<E>(var history) -> RestResponse.ok(unchanged.apply(history));
        };
    }

    /** As {@link #of(Outcome, Function)}, where the event itself says all that is answered. */
    public <E, T> RestResponse<T> ofEvent(Outcome<E> outcome, Function<E, T> body) {
        return of(outcome, recorded -> body.apply(recorded.event()));
    }

    String position(EventRecord record) {
        return log.topic() + "/" + record.stream() + "@" + record.version();
    }

    private <T> RestResponse<T> at(Recorded<?> recorded, int status, T body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), body)
                .header("Log-Position", position(recorded.record()))
                .build();
    }
}

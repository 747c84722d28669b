package io.upswing.session.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.session.domain.Catalogue;
import io.upswing.session.domain.Publishing;
import io.upswing.session.domain.Publishing.Publish;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.ProtocolPublished;
import io.upswing.session.view.ClinicProtocols;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The protocols that a clinic treats by: those of the catalogue, and what it has published of its own. */
@ApplicationScoped
public class Protocols {
    private final Catalogue shipped;
    private final ClinicProtocols own;
    private final EventLog<SessionEvent> log;
    private final InstantSource clock;

    Protocols(Catalogue shipped, ClinicProtocols own, EventLog<SessionEvent> log, InstantSource clock) {
        this.shipped = shipped;
        this.own = own;
        this.log = log;
        this.clock = clock;
    }

    public Catalogue of(String clinic) {
        return shipped.with(QuarkusTransaction.requiringNew().call(() -> own.of(clinic)));
    }

    /** From when a version is effective whose author does not say: a clinic's sites may be in several zones. */
    public LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The stream is the protocol: who publishes at the same time is given the next version. */
    public Outcome<SessionEvent> publish(Request request, Publish command) {
        var stream = stream(request.clinic(), command.protocol().id());
        return log.execute(request, stream, history -> {
            var published = Publishing.publish(command, shipped, published(history), clock.instant());
            return Optional.of(Draft.of(published, command.at()));
        });
    }

    private static List<ProtocolPublished> published(List<Recorded<SessionEvent>> history) {
        return history.stream()
                .map(recorded -> (ProtocolPublished) recorded.event())
                .toList();
    }

    private static UUID stream(String clinic, String protocolId) {
        return UUID.nameUUIDFromBytes((clinic + "\n" + protocolId).getBytes(StandardCharsets.UTF_8));
    }
}

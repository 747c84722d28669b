package io.upswing.session.domain;

import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionEvent.ProtocolPublished;
import java.time.Instant;
import java.util.List;

/** Adds a version to a clinic's protocols; none that is there ever changes. */
public final class Publishing {
    private Publishing() {}

    /** {@code protocol}: as its author wrote it, whatever its version; {@code at}: when it was signed off. */
    public record Publish(Protocol protocol, String signedOffBy, Instant at) {}

    /** {@code shipped}: what every clinic has; {@code published}: what this clinic has published of this protocol. */
    public static ProtocolPublished publish(
            Publish command, Catalogue shipped, List<ProtocolPublished> published, Instant now) {
        Decider.requireNotAhead(command.at(), now);
        var protocol = command.protocol();
        var known =
                shipped.with(published.stream().map(ProtocolPublished::protocol).toList());
        var before = known.newest(protocol.id()).map(Protocol::version).orElse(0);
        return new ProtocolPublished(protocol.withVersion(before + 1), command.signedOffBy());
    }
}

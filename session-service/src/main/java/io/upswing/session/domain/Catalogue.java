package io.upswing.session.domain;

import io.upswing.session.events.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All versions of all protocols; a course is prescribed by the newest. */
public record Catalogue(List<Protocol> protocols) {

    public Catalogue {
        protocols = protocols.stream()
                .sorted(Comparator.comparing(Protocol::id).thenComparing(Protocol::version))
                .toList();
    }

    /** The newest version of each protocol, by id. */
    public List<Protocol> newest() {
        return protocols.stream()
                .filter(protocol -> newest(protocol.id()).orElseThrow().version() == protocol.version())
                .toList();
    }

    public Optional<Protocol> newest(String id) {
        return protocols.stream()
                .filter(protocol -> protocol.id().equals(id))
                .max(Comparator.comparing(Protocol::version));
    }
}

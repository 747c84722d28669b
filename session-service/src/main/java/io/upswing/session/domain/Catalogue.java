package io.upswing.session.domain;

import io.upswing.session.events.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All versions of all protocols; a course is prescribed by the newest. */
public record Catalogue(List<Protocol> protocols) {

    public Catalogue {
        protocols = protocols.stream()
                .sorted(Comparator.comparing(Protocol::id).thenComparing(Protocol::version))
                .toList();
    }

    /** These and a clinic's own. A version that the clinic published before it was shipped stays the clinic's. */
    public Catalogue with(List<Protocol> own) {
        var others = protocols.stream()
                .filter(protocol -> own.stream().noneMatch(each -> isSame(each, protocol.id(), protocol.version())));
        return new Catalogue(Stream.concat(others, own.stream()).toList());
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

    public Optional<Protocol> version(String id, int version) {
        return protocols.stream()
                .filter(protocol -> isSame(protocol, id, version))
                .findFirst();
    }

    private static boolean isSame(Protocol protocol, String id, int version) {
        return protocol.id().equals(id) && protocol.version() == version;
    }
}

package io.upswing.session.command;

import io.upswing.session.domain.Catalogue;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionJson;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the protocol catalogue that is checked in with this service. */
class ProtocolFiles {
    static final List<String> FILES = List.of(
            "esk-trd-us", "esk-trd-eu", "esk-mdsi-us", "iv-racemic-series", "im-racemic-series", "oral-sublingual");

    @Produces
    @Singleton
    Catalogue catalogue() {
        return new Catalogue(FILES.stream().map(ProtocolFiles::read).toList());
    }

    private static Protocol read(String file) {
        try (var in = ProtocolFiles.class.getResourceAsStream("/protocols/" + file + ".json")) {
            return SessionJson.mapper().readValue(in, Protocol.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The protocol " + file + " cannot be read", e);
        }
    }
}

package io.upswing.session.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The protocols that clinics have published, every version. */
@ApplicationScoped
public class ClinicProtocols implements PanacheRepositoryBase<ClinicProtocolRow, UUID> {
    private static final ObjectMapper JSON = SessionJson.mapper();

    public List<Protocol> of(String clinic) {
        return list("clinic", clinic).stream().map(ClinicProtocols::protocol).toList();
    }

    /** Sets by key. */
    void put(UUID eventId, String clinic, Protocol protocol) {
        var row = new ClinicProtocolRow();
        row.eventId = eventId;
        row.clinic = clinic;
        row.protocolId = protocol.id();
        row.version = protocol.version();
        row.json = json(protocol);
        getEntityManager().merge(row);
    }

    private static String json(Protocol protocol) {
        try {
            return JSON.writeValueAsString(protocol);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write the protocol " + protocol.id(), e);
        }
    }

    private static Protocol protocol(ClinicProtocolRow row) {
        try {
            return JSON.readValue(row.json, Protocol.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read the protocol " + row.protocolId, e);
        }
    }
}

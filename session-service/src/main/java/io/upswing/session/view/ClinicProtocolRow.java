package io.upswing.session.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A version of a clinic's own protocol. */
@Entity
@Table(name = "clinic_protocol")
class ClinicProtocolRow {
    @Id
    UUID eventId;

    @Column(nullable = false)
    String clinic;

    @Column(nullable = false)
    String protocolId;

    @Column(nullable = false)
    int version;

    @Column(nullable = false)
    String json;
}

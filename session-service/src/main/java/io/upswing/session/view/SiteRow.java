package io.upswing.session.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What this service keeps of a site. */
@Entity
@Table(name = "site")
class SiteRow {
    @Id
    UUID siteId;

    @Column(nullable = false)
    String clinic;

    @Column(nullable = false)
    String zone;
}

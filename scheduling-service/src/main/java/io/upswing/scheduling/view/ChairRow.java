package io.upswing.scheduling.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A chair. Written by {@link SiteFold} alone. */
@Entity
@Immutable
@Table(name = "chair")
class ChairRow {
    @Id
    @Column(name = "chair_id")
    UUID chairId;

    @Column(name = "site_id")
    UUID siteId;

    @Column(name = "clinic")
    String clinic;

    @Column(name = "name")
    String name;

    @Column(name = "routes")
    String routes;

    List<String> routeList() {
        return List.of(routes.split(","));
    }
}

package io.upswing.scheduling.view;

import com.fasterxml.jackson.core.type.TypeReference;
import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A site. Written by {@link SiteFold} alone. */
@Entity
@Immutable
@Table(name = "site")
class SiteRow {
    static final TypeReference<List<OpeningHours>> HOURS = new TypeReference<>() {};

    @Id
    @Column(name = "site_id")
    UUID siteId;

    @Column(name = "clinic")
    String clinic;

    @Column(name = "name")
    String name;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "hours")
    String hours;

    @Column(name = "certified_rems")
    boolean certifiedRems;

    @Column(name = "durations")
    String durations;

    @Column(name = "monitored")
    boolean monitored;

    @Column(name = "attended")
    boolean attended;

    List<OpeningHours> openingHours() {
        return ViewJson.read(hours, HOURS);
    }

    Durations ownDurations() {
        return ViewJson.read(durations, Durations.class);
    }
}

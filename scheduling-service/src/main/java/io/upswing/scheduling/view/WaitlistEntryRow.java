package io.upswing.scheduling.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A place on the waitlist. Written by {@link WaitlistFold} alone. */
@Entity
@Immutable
@Table(name = "waitlist_entry")
class WaitlistEntryRow {
    @Id
    @Column(name = "entry_id")
    UUID entryId;

    @Column(name = "clinic")
    String clinic;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "course_id")
    UUID courseId;

    @Column(name = "site_id")
    UUID siteId;

    @Column(name = "days")
    String days;

    @Column(name = "opens")
    @Nullable
    LocalTime opens;

    @Column(name = "closes")
    @Nullable
    LocalTime closes;

    @Column(name = "from_date")
    @Nullable
    LocalDate from;

    @Column(name = "to_date")
    @Nullable
    LocalDate to;

    @Column(name = "joined_at")
    Instant since;

    @Column(name = "state")
    String state;

    static List<DayOfWeek> days(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(DayOfWeek::valueOf).toList();
    }
}

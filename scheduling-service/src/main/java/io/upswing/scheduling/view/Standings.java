package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.Booking;
import io.upswing.series.Appointment;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import io.upswing.series.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives standings from the rows of courses, patients and appointments: on every read, because a standing is never stored. */
@Singleton
public class Standings {
    private final Sql sql;
    private final Courses courses;
    private final KnownPatients patients;

    Standings(Sql sql, Courses courses, KnownPatients patients) {
        this.sql = sql;
        this.courses = courses;
        this.patients = patients;
    }

    /** The standing of a course of the clinic; {@code asOf} defaults to today at the course's site. */
    public Optional<Standing> of(String clinic, UUID courseId, @Nullable LocalDate asOf, Instant now) {
        return courses.find(clinic, courseId)
                .map(course -> on(List.of(course), asOf, now).getFirst().standing());
    }

    /** The standings of all courses of a patient of the clinic, the first prescribed first. */
    public List<Standing> ofPatient(String clinic, UUID patientId, @Nullable LocalDate asOf, Instant now) {
        return on(courses.ofPatient(clinic, patientId), asOf, now).stream()
                .map(Derived::standing)
                .toList();
    }

    List<Derived> today(Collection<Course> some, Instant now) {
        return on(some, null, now);
    }

    List<Derived> on(Collection<Course> some, @Nullable LocalDate asOf, Instant now) {
        var zones = zones(some.stream().map(Course::siteId).distinct().toList());
        var appointments = appointments(some.stream().map(Course::id).toList());
        var patientIds = some.stream().map(Course::patientId).distinct().toList();
        var known = patients.facts(patientIds);
        var erased = erased(patientIds);
        return some.stream()
                .map(course -> {
                    var zone = zones.getOrDefault(course.siteId(), ZoneOffset.UTC);
                    var date = asOf == null ? now.atZone(zone).toLocalDate() : asOf;
                    var booked = appointments.getOrDefault(course.id(), List.of());
                    var standing = DueRules.standing(
                            course.facts(), known.getOrDefault(course.patientId(), PatientFacts.NONE), date, booked);
                    return new Derived(course, zone.getId(), standing, erased.contains(course.patientId()));
                })
                .toList();
    }

    private Set<UUID> erased(List<UUID> patientIds) {
        return Set.copyOf(sql.query(
                "select patient_id from erased_patient where patient_id = any(?)",
                row -> row.getObject(1, UUID.class),
                Column.ids(patientIds)));
    }

    /** Today at every site there is. */
    Map<UUID, LocalDate> todayBySite(Instant now) {
        var today = new HashMap<UUID, LocalDate>();
        sql.query("select site_id, time_zone from site", Standings::zone)
                .forEach(site ->
                        today.put(site.getKey(), now.atZone(site.getValue()).toLocalDate()));
        return today;
    }

    private Map<UUID, ZoneId> zones(List<UUID> siteIds) {
        return byKey(sql.query(
                "select site_id, time_zone from site where site_id = any(?)", Standings::zone, Column.ids(siteIds)));
    }

    private static Map.Entry<UUID, ZoneId> zone(java.sql.ResultSet row) throws java.sql.SQLException {
        return Map.entry(row.getObject(1, UUID.class), ZoneId.of(row.getString(2)));
    }

    /** Who was given up and is known by now to have come did not fail to come. */
    private Map<UUID, List<Appointment>> appointments(List<UUID> courseIds) {
        return sql
                .query(
                        """
                        select course_id, appointment_id, on_date,
                            case when state = 'NO_SHOW' and exists (
                                select 1 from visit v where v.course_id = a.course_id
                                    and (v.on_date = a.on_date or v.appointment_id = a.appointment_id))
                            then 'BOOKED' else state end
                        from appointment a
                        where course_id = any(?) and kind = 'TREATMENT' and state <> 'CANCELLED'
                        """,
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Appointment(
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, LocalDate.class),
                                        status(Booking.State.valueOf(row.getString(4))))),
                        Column.ids(courseIds))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Appointment.Status status(Booking.State state) {
        return switch (state) {
            case BOOKED, CONFIRMED -> Appointment.Status.BOOKED;
            case NO_SHOW -> Appointment.Status.NO_SHOW;
            case CANCELLED -> throw new IllegalStateException("Not asked for: " + state);
        };
    }

    private static <K, V> Map<K, V> byKey(List<Map.Entry<K, V>> entries) {
        return entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A site, open from eight to six every day, in which nobody was before. */
record Room(UUID site, List<UUID> chairs, LocalDate today) {
    private static final ZoneId ZONE = ZoneId.of(Clinic.NEW_YORK);
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final int OPEN_MINUTES = 600;
    private static final int FIRST_DAY = 2;
    private static final int LAST_DAY = 700;

    static Room of(Clinic clinic, int chairs) {
        var site = clinic.site(Clinic.NEW_YORK);
        return new Room(
                site, Stream.generate(() -> clinic.chair(site)).limit(chairs).toList(), LocalDate.now(ZONE));
    }

    /** Somebody is there whenever it is open. */
    void staff(Clinic clinic, String role, @Nullable Integer patientsAtOnce) {
        for (var day : DayOfWeek.values()) {
            var date = today.with(TemporalAdjusters.next(day));
            var shift = new LinkedHashMap<String, Object>();
            shift.put("staffId", role + " " + day);
            shift.put("name", "Robin Example");
            shift.put("role", role);
            shift.put("from", at(date, OPENS));
            shift.put("to", at(date, CLOSES));
            shift.put("weeklyUntil", today.plusDays(LAST_DAY));
            if (patientsAtOnce != null) {
                shift.put("maxPatients", patientsAtOnce);
            }
            created(clinic.api().post("manager", "/sites/" + site + "/shifts", shift));
        }
    }

    /** The time of that number, so many minutes apart. */
    Instant time(int number, int minutes) {
        var aDay = OPEN_MINUTES / minutes;
        return at(today.plusDays(FIRST_DAY + number / aDay), OPENS.plusMinutes((long) minutes * (number % aDay)));
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    /** Half an hour on the first chair. */
    Map<String, Object> consultation(UUID patient, Instant start) {
        return consultation(patient, chairs.getFirst(), start);
    }

    Map<String, Object> consultation(UUID patient, UUID chair, Instant start) {
        return Map.of("patientId", patient, "siteId", site, "chairId", chair, "kind", "CONSULTATION", "start", start);
    }

    /** On any chair, however close to the patient's other sessions. */
    Map<String, Object> treatment(UUID patient, UUID course, Instant start) {
        return Map.of(
                "patientId",
                patient,
                "courseId",
                course,
                "siteId",
                site,
                "kind",
                "TREATMENT",
                "start",
                start,
                "override",
                Map.of("reason", "One race after the other", "by", "Dr. Example"));
    }

    SiteInvariants invariants() {
        return new SiteInvariants(site);
    }
}

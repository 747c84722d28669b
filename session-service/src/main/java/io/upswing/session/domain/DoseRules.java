package io.upswing.session.domain;

import io.upswing.session.events.Schedule;
import io.upswing.session.events.Schedule.Day1Dose;
import io.upswing.session.events.SessionEvent.Dose;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which doses a protocol knows, and which dose is ordered for a session. */
final class DoseRules {
    private DoseRules() {}

    /** A protocol that lists its doses is a label's: others cannot be ordered. A range of mg/kg needs a weight. */
    static void requireAllowed(Dose dose, Schedule schedule) {
        if (!isListed(schedule)) {
            return;
        }
        if (dose.mg() == null || !isAllowed(dose.mg(), schedule)) {
            throw Refused.conflict(Rule.DOSE_NOT_IN_PROTOCOL.code(), allowedDoses(schedule));
        }
    }

    static boolean isAllowed(BigDecimal mg, Schedule schedule) {
        return !isListed(schedule)
                || schedule.doses().allowed().stream().anyMatch(allowed -> allowed.compareTo(mg) == 0);
    }

    /** The content of one device, or a whole dose. */
    static boolean isAllowedAtOnce(BigDecimal mg, Schedule schedule) {
        var device = schedule.doses().deviceMg();
        return isAllowed(mg, schedule) || (device != null && device.compareTo(mg) == 0);
    }

    static String allowedDoses(Schedule schedule) {
        var doses = schedule.doses().allowed().stream()
                .map(BigDecimal::toPlainString)
                .toList();
        return "The protocol's doses are " + String.join(", ", doses) + " mg.";
    }

    /**
     * The dose ordered for the session: named at its check-in, else the order in effect on its date, else the
     * prescription's, else the label's dose of day 1.
     */
    static @Nullable Dose ordered(Course course, Session session, @Nullable LocalDate birthDate) {
        if (session.plannedMg() != null) {
            return new Dose(session.plannedMg(), null);
        }
        var order = course.latest(DoseOrdered.class, DoseOrdered::from, session.treatmentDate());
        if (order != null) {
            return new Dose(order.mg(), order.mgPerKg());
        }
        return course.prescribed().dose() == null
                ? day1Dose(course.schedule(session.treatmentDate()), session.treatmentDate(), birthDate)
                : course.prescribed().dose();
    }

    private static @Nullable Dose day1Dose(Schedule schedule, LocalDate on, @Nullable LocalDate birthDate) {
        if (!isListed(schedule)) {
            return null;
        }
        return day1(schedule, on, birthDate).stream()
                .findFirst()
                .or(() -> Optional.ofNullable(schedule.doses().start()))
                .map(mg -> new Dose(mg, null))
                .orElse(null);
    }

    /** The label's doses of the first session at the patient's age; empty where it names none. */
    static List<BigDecimal> day1(Schedule schedule, LocalDate on, @Nullable LocalDate birthDate) {
        return schedule.doses().day1().stream()
                .filter(dose -> fits(dose, on, birthDate))
                .flatMap(dose -> dose.allowed().stream())
                .toList();
    }

    private static boolean fits(Day1Dose dose, LocalDate on, @Nullable LocalDate birthDate) {
        if (birthDate == null) {
            return dose.ageFrom() == null && dose.ageBelow() == null;
        }
        var age = ChronoUnit.YEARS.between(birthDate, on);
        return (dose.ageFrom() == null || age >= dose.ageFrom()) && (dose.ageBelow() == null || age < dose.ageBelow());
    }

    private static boolean isListed(Schedule schedule) {
        return !schedule.doses().allowed().isEmpty();
    }
}

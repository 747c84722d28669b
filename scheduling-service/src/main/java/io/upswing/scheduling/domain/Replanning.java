package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.SeriesReplanned;
import io.upswing.series.BenefitFact.Outcome;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import io.upswing.series.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fits what is left of a series into its windows again: what still fits stays, the rest is moved, what is missing is booked
 * and what is too much is called off. A session stays where a prescriber took its date on themselves, and where the patient
 * is here for it already.
 */
public final class Replanning implements Planning {
    private final ReplanWish wish;
    private final Planner planner;

    private Replanning(ReplanWish wish, Planner planner) {
        this.wish = wish;
        this.planner = planner;
    }

    /** At a site in the zone; refuses what no day could change. */
    public static Replanning of(ReplanWish wish, CourseAtDesk course, PatientFile file, ZoneId zone, Instant now) {
        file.requirePresent();
        var all = file.activeWithout(wish.id());
        var today = now.atZone(zone).toLocalDate();
        var from = PlanRange.from(wish.from(), zone, now);
        var dates = CourseDates.of(course, all, today);
        dates.requireRunning(from);
        var given = new Outline(course.facts(), List.of(), from, 0, List.of());
        var left = all.stream()
                .filter(booking ->
                        booking.treats(wish.courseId()) && !booking.start().isBefore(now))
                .filter(booking ->
                        !booking.overruled() && file.stillAwaited(booking.id()).isPresent())
                .filter(booking -> !booking.date().isBefore(from) && !given.holds(booking.date()))
                .toList();
        var fixed = new ArrayList<>(dates.booked());
        left.forEach(booking -> fixed.remove(booking.date()));
        var count = count(course, fixed.size(), left.size(), today);
        var outline = new Outline(course.facts(), fixed, from, count, List.of());
        var others = all.stream().filter(booking -> !left.contains(booking)).toList();
        return new Replanning(wish, new Planner(course, outline, PlanRange.of(outline, zone, now), others, left, now));
    }

    /** What the phase still plans; where it plans no number, as many as there are. */
    private static int count(CourseAtDesk course, int fixed, int left, LocalDate today) {
        var standing = DueRules.standing(course.facts(), PatientFacts.NONE, today, List.of());
        if (standing.planned() == null || extended(standing)) {
            return left;
        }
        return Math.max(0, standing.planned() - standing.given() - fixed);
    }

    private static boolean extended(Standing standing) {
        return standing.gates().stream().anyMatch(gate -> Outcome.EXTEND.name().equals(gate.outcome()));
    }

    @Override
    public Set<UUID> freed() {
        return planner.present().stream().map(Booking::id).collect(Collectors.toSet());
    }

    @Override
    public Optional<SeriesReplanned> decide(Function<Span, Desk> calendar) {
        return plan(calendar).event();
    }

    /** What would become of each appointment. */
    public Replan plan(Function<Span, Desk> read) {
        var calendar = planner.calendar(read);
        var site = calendar.site();
        var like = like();
        var stay = like.map(Booking::stay).orElseGet(() -> planner.course().stayFor(null, site.durations()));
        var visits = planner.plan(calendar, stay, wish.preference());
        var kept = new ArrayList<Booking>();
        visits.forEach(visit -> Optional.ofNullable(visit.choice().kept()).ifPresent(kept::add));
        kept.addAll(Beyond.of(planner.outline(), visits, planner.present()));
        var doseMg = like.map(Booking::doseMg).orElse(null);
        return new Replan(kept, changes(site, stay, doseMg, visits, kept));
    }

    /** The session whose dose and time the new ones have: the next, or else the last there was. */
    private Optional<Booking> like() {
        return planner.present().stream()
                .findFirst()
                .or(() -> planner.others().stream()
                        .filter(booking -> booking.treats(wish.courseId()))
                        .reduce((one, later) -> later));
    }

    /** The dates that are new take up the appointments that have to go, in their order. */
    private SeriesReplanned changes(
            Site site, Stay stay, @Nullable BigDecimal doseMg, List<Visit> visits, List<Booking> kept) {
        var facts = planner.course().facts();
        var patientId = facts.prescription().patientId();
        var going = new ArrayList<>(planner.present());
        going.removeAll(new HashSet<>(kept));
        var moved = new ArrayList<AppointmentMoved>();
        var booked = new ArrayList<AppointmentBooked>();
        for (var visit :
                visits.stream().filter(visit -> visit.choice().kept() == null).toList()) {
            var next = going.stream()
                    .filter(booking -> booking.canMoveTo(site, stay))
                    .findFirst();
            if (next.isPresent()) {
                going.remove(next.get());
                moved.add(Placing.moved(next.get(), patientId, visit));
            } else {
                var id = SeriesWish.appointmentId(wish.id(), booked.size());
                booked.add(Placing.booked(id, facts, site, stay, doseMg, visit));
            }
        }
        return new SeriesReplanned(patientId, wish.courseId(), calledOff(going, patientId), moved, booked);
    }

    private List<AppointmentCancelled> calledOff(List<Booking> going, UUID patientId) {
        return going.stream()
                .map(booking -> new AppointmentCancelled(
                        booking.id(), patientId, wish.courseId(), "CLINIC", "The series was planned anew."))
                .toList();
    }
}

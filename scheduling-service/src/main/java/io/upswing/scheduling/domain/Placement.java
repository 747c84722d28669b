package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.SpacingOverride;
import io.upswing.scheduling.events.SchedulingEvent.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One wish held against hours, course, chairs and the patient's other appointments, in this order. */
record Placement(
        Desk desk,
        @Nullable CourseAtDesk course,
        @Nullable CourseDates dates,
        List<Booking> others,
        Stay stay,
        @Nullable UUID keptChair) {
    /**
     * {@code treated}: the course that the appointment is a session of. A hold that has expired gives no right to its chair,
     * and is no obstacle.
     */
    static Placement of(
            BookingCommand command,
            Desk desk,
            Optional<CourseAtDesk> treated,
            PatientFile file,
            Stay stay,
            Instant now) {
        var others = file.activeWithout(command.appointmentId());
        var today = desk.site().dateOf(now);
        var dates = treated.map(course -> CourseDates.of(course, others, today)).orElse(null);
        var kept = kept(command, desk.site().id(), file)
                .filter(hold -> hold.standsAt(now))
                .map(Hold::chairId)
                .orElse(null);
        return new Placement(desk.forPatient(command.patientId()), treated.orElse(null), dates, others, stay, kept);
    }

    private static Optional<Hold> kept(BookingCommand command, UUID siteId, PatientFile file) {
        var holdId = command.holdId();
        if (holdId == null) {
            return Optional.empty();
        }
        var hold = file.hold(holdId).filter(kept -> kept.isFor(siteId, command.start(), command.chairId()));
        if (hold.isEmpty()) {
            throw new Refused(Refusal.HOLD_FOR_ANOTHER_TIME, "The hold is for another time, chair, site or patient.");
        }
        return hold;
    }

    /** What was found. {@code override}: the prescriber's word, where it was needed. */
    record Place(Slot slot, boolean overbooked, @Nullable SpacingOverride override, List<Warning> warnings) {}

    /** {@code overbook}: whether a chair or a monitor without room is no obstacle. */
    Place find(BookingCommand command, boolean overbook, Instant now) {
        var start = command.start();
        requireTime(start, now);
        var chairs = fitting();
        var wanted = wanted(chairs, keptChair == null ? command.chairId() : keptChair);
        var openings = new Openings(desk.site(), wanted, desk.taken(), stay);
        var obstacle = openings.obstacle(start);
        obstacle.filter(found -> !found.refusal().mayBeFreeElsewhere()).ifPresent(found -> {
            throw refused(found, start, List.of());
        });
        var conflict = conflict(start, command.override());
        if (obstacle.isPresent() && !(overbook && obstacle.get().mayBeOverbooked())) {
            throw crowded(obstacle.get(), chairs, start, now);
        }
        requirePatientFree(start);
        var slot = obstacle.isEmpty()
                ? openings.at(start).map(Opening::slot).orElseThrow()
                : new Overbooked(desk.site(), wanted, desk.taken(), stay)
                        .at(start)
                        .orElseThrow(() -> crowded(obstacle.get(), chairs, start, now));
        return new Place(
                slot, obstacle.isPresent(), conflict.isPresent() ? command.override() : null, warnings(slot, conflict));
    }

    private List<Warning> warnings(Slot slot, Optional<String> conflict) {
        var spacing = conflict.map(text -> new Warning("spacing", text)).stream();
        var window = dates == null
                ? Stream.<Warning>empty()
                : dates.warnings(desk.site().dateOf(slot.start())).stream();
        return Stream.concat(spacing, window).toList();
    }

    /** What a prescriber has overruled; what nobody has is refused. */
    private Optional<String> conflict(Instant start, @Nullable SpacingOverride override) {
        if (dates == null) {
            return Optional.empty();
        }
        var date = desk.site().dateOf(start);
        if (override == null) {
            dates.require(date);
            return Optional.empty();
        }
        dates.requireRunning(date);
        return dates.conflict(date);
    }

    private static void requireTime(Instant start, Instant now) {
        if (start.isBefore(now)) {
            throw new Refused(Refusal.START_IN_PAST, "The start lies in the past.");
        }
        if (start.isAfter(now.plus(BookingCommand.HORIZON))) {
            throw new Refused(
                    Refusal.TOO_FAR_AHEAD,
                    "No more than " + BookingCommand.HORIZON.toDays() + " days ahead can be booked.");
        }
    }

    private List<Chair> fitting() {
        return desk.site().chairsFor(course == null ? null : course.route());
    }

    private List<Chair> wanted(List<Chair> chairs, @Nullable UUID chairId) {
        if (chairId == null) {
            return chairs;
        }
        if (desk.site().chairs().stream().noneMatch(chair -> chair.id().equals(chairId))) {
            throw new Refused(Refusal.NO_SUCH_CHAIR, "The site has no such chair.");
        }
        var wanted = chairs.stream().filter(chair -> chair.id().equals(chairId)).toList();
        if (wanted.isEmpty()) {
            throw new Refused(Refusal.NO_CHAIR_FOR_ROUTE, "The chair is not for this route.");
        }
        return wanted;
    }

    /** Race-free: all appointments of a patient are in the stream that this decision is appended to. */
    private void requirePatientFree(Instant start) {
        for (var other : others) {
            if (other.keepsFrom(start, stay)) {
                throw new Refused(
                        Refusal.PATIENT_ALREADY_BOOKED,
                        "The patient has appointment " + other.id() + " from " + other.start() + " until "
                                + other.leaves() + "; move or cancel it first.");
            }
        }
    }

    private Refused crowded(Obstacle obstacle, List<Chair> chairs, Instant start, Instant now) {
        var last = desk.site().dateOf(now.plus(BookingCommand.HORIZON));
        var near = new Openings(desk.site(), chairs, Elsewhere.and(desk.taken(), chairs, others, stay), stay)
                .near(start, now, date -> date.isBefore(last) && (dates == null || dates.allow(date)));
        return refused(obstacle, start, near);
    }

    private Refused refused(Obstacle obstacle, Instant start, List<Slot> alternatives) {
        var text = switch (obstacle) {
            case OUTSIDE_HOURS -> "The site is not open from " + start + " for " + minutes() + " minutes.";
            case SITE_CLOSED -> "The site is closed within " + minutes() + " minutes from " + start + ".";
            case NO_PRESCRIBER -> "No prescriber is on the site from the first dose until observation ends.";
            case SLOT_TAKEN -> "The chair is taken at that time.";
            case NO_MONITOR -> "No monitor can watch one more patient at that time.";
        };
        return new Refused(obstacle.refusal(), text, alternatives);
    }

    private long minutes() {
        return stay.chair().toMinutes();
    }
}

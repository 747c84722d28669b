package io.upswing.scheduling.api;

import io.quarkus.security.ForbiddenException;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.Grid;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.events.SchedulingEvent.SpacingOverride;
import io.upswing.scheduling.view.Holds;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked for, once it can be meant and the caller may ask for it. */
@Singleton
class Wishes {
    private final CourseArrivals arrivals;
    private final Holds holds;
    private final Caller caller;

    Wishes(CourseArrivals arrivals, Holds holds, Caller caller) {
        this.arrivals = arrivals;
        this.holds = holds;
        this.caller = caller;
    }

    /** {@code id}: of what is to be, an appointment or a hold. */
    Book book(UUID id, NewAppointment wish) {
        requireGrid(wish.start());
        requireCourse(wish);
        requireProtocolsTime(wish);
        requireHold(wish.holdId());
        return new Book(
                id,
                wish.patientId(),
                wish.courseId(),
                wish.kind(),
                wish.start(),
                wish.chairId(),
                wish.doseMg(),
                wish.minutes(),
                overbookReason(wish),
                wish.holdId(),
                overruled(wish.override()));
    }

    static void requireGrid(Instant start) {
        if (!Grid.holds(start)) {
            throw new BadInput("start", "must be on a step of five minutes");
        }
    }

    @Nullable
    SpacingOverride overruled(@Nullable SpacingOverruled override) {
        if (override == null) {
            return null;
        }
        require(Roles.PRESCRIBER);
        return override.event();
    }

    private void requireCourse(NewAppointment wish) {
        if (wish.courseId() == null && wish.kind() == Kind.TREATMENT) {
            throw new BadInput("courseId", "a treatment belongs to a course");
        }
        if (wish.courseId() != null) {
            arrivals.await(caller.clinic(), wish.courseId());
        }
    }

    private static void requireProtocolsTime(NewAppointment wish) {
        if (wish.minutes() != null && wish.kind() == Kind.TREATMENT) {
            throw new BadInput("minutes", "a treatment takes as long as its protocol says");
        }
    }

    private void requireHold(@Nullable UUID holdId) {
        if (holdId != null && holds.patientOf(caller.clinic(), holdId).isEmpty()) {
            throw Refusals.notFound(Refusal.NO_SUCH_HOLD);
        }
    }

    private @Nullable String overbookReason(NewAppointment wish) {
        if (wish.overbook() == null) {
            return null;
        }
        require(Roles.MANAGER);
        return wish.overbook().reason().strip();
    }

    private void require(String role) {
        if (!caller.has(role)) {
            throw new ForbiddenException("Only for the role " + role + ".");
        }
    }
}

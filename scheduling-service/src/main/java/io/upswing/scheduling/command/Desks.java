package io.upswing.scheduling.command;

import io.upswing.scheduling.command.AppointmentBook.Place;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.CourseAtDesk;
import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.view.Appointments;
import io.upswing.scheduling.view.Courses;
import io.upswing.scheduling.view.Sites;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays before a decision what it needs to know, after its turn for that day at that site has come. */
@Singleton
class Desks {
    /** As far as alternatives are looked for, and a day more on both sides. */
    private static final Duration AROUND = Duration.ofDays(9);

    private static final Duration DAY = Duration.ofDays(1);

    private final Sites sites;
    private final Appointments appointments;
    private final Courses courses;

    Desks(Sites sites, Appointments appointments, Courses courses) {
        this.sites = sites;
        this.appointments = appointments;
        this.courses = courses;
    }

    Desk ofDay(String clinic, Place place, BookingCommand command) {
        return desk(clinic, place, command, DAY);
    }

    Desk ofDaysAround(String clinic, Place place, BookingCommand command) {
        return desk(clinic, place, command, AROUND);
    }

    private Desk desk(String clinic, Place place, BookingCommand command, Duration around) {
        var site = site(clinic, place.siteId());
        var day = site.dateOf(command.start());
        appointments.awaitTurn(site.id(), day);
        var taken = appointments.taken(
                site.id(), command.start().minus(around), command.start().plus(around), command.appointmentId());
        return new Desk(site, taken, course(clinic, place.courseId(), day));
    }

    private Site site(String clinic, UUID siteId) {
        return sites.forBooking(clinic, siteId)
                .orElseThrow(() -> new Refused(Refusal.NO_SUCH_SITE, "There is no such site."));
    }

    private @Nullable CourseAtDesk course(String clinic, @Nullable UUID courseId, LocalDate day) {
        return courseId == null
                ? null
                : courses.atDesk(clinic, courseId, day)
                        .orElseThrow(() -> new Refused(Refusal.NO_SUCH_COURSE, "There is no such course."));
    }
}

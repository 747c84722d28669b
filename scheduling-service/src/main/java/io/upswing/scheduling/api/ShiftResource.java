package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Roster;
import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.view.Rosters;
import io.upswing.scheduling.view.ShiftView;
import io.upswing.scheduling.view.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who is on duty at a site. */
@Path("/sites/{siteId}/shifts")
@RunOnVirtualThread
class ShiftResource {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** As far ahead as can be booked. */
    private static final long LAST_WEEK_DAYS = BookingCommand.HORIZON.toDays();

    /** {@code weeklyUntil}: the same local times come again each week, the last on that date or before it. */
    record NewShift(
            @NotBlank @Size(max = 200) String staffId,
            @NotBlank @Size(max = 200) String name,
            @NotNull Role role,
            @NotNull Instant from,
            @NotNull Instant to,
            @Min(1) @Max(100) @Nullable Integer maxPatients,
            @Nullable LocalDate weeklyUntil) {

        @Nullable
        Integer patients() {
            return switch (role) {
                case MONITOR -> maxPatients == null ? 1 : maxPatients;
                case PRESCRIBER -> null;
            };
        }
    }

    record ShiftConcerned(UUID shiftId) {}

    private final SiteBook book;
    private final Sites sites;
    private final Rosters rosters;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    ShiftResource(SiteBook book, Sites sites, Rosters rosters, Commands commands, Caller caller, Answers answers) {
        this.book = book;
        this.sites = sites;
        this.rosters = rosters;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    /** 409 shift-overlaps: the same person is on duty in that role at some of these times already. */
    @POST
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<ShiftConcerned> add(UUID siteId, @Valid NewShift shift) {
        requireMeaning(shift);
        var duties = duties(shift, zone(siteId));
        var request = commands.request();
        var added = new ShiftAdded(
                siteId,
                request.eventId(),
                shift.staffId().strip(),
                shift.name().strip(),
                shift.role().name(),
                duties,
                shift.patients());
        return answers.of(book.handle(request, added), recorded -> new ShiftConcerned(recorded.id()));
    }

    /** Those on duty on the days from {@code from} to {@code to}, one entry for each time. */
    @GET
    @RolesAllowed(Roles.READER)
    public Page<ShiftView> list(
            UUID siteId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid Paging paging) {
        return paging.of(rosters.shifts(siteId, Dates.within(from, to, zone(siteId))));
    }

    private ZoneId zone(UUID siteId) {
        return sites.zone(caller.clinic(), siteId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_SITE));
    }

    private static void requireMeaning(NewShift shift) {
        if (shift.role() == Role.PRESCRIBER && shift.maxPatients() != null) {
            throw new BadInput("maxPatients", "is only for a monitor");
        }
        Dates.requireOrder(shift.from(), shift.to());
        if (Duration.between(shift.from(), shift.to()).compareTo(LONGEST) > 0) {
            throw new BadInput("to", "must be at most 24 hours after from");
        }
    }

    private static List<Duty> duties(NewShift shift, ZoneId zone) {
        var first = new Duty(shift.from(), shift.to());
        var until = shift.weeklyUntil();
        if (until == null) {
            return List.of(first);
        }
        var date = shift.from().atZone(zone).toLocalDate();
        if (until.isBefore(date) || until.isAfter(date.plusDays(LAST_WEEK_DAYS))) {
            throw new BadInput("weeklyUntil", "must be at most " + LAST_WEEK_DAYS + " days after the first shift");
        }
        return Roster.weekly(first, zone, until);
    }
}

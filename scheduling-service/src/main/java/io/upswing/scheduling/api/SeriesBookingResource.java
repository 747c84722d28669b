package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.CourseSeries;
import io.upswing.scheduling.domain.Preference;
import io.upswing.scheduling.domain.ReplanWish;
import io.upswing.scheduling.domain.SeriesWish;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A whole series of a course at once: booked, or planned anew. A proposal changes nothing. */
@Path("/series/{courseId}")
@RunOnVirtualThread
@RolesAllowed(Roles.FRONT_DESK)
class SeriesBookingResource {
    private static final int MOST_VISITS = 60;

    /** {@code between}: local times at the site, from the first until just before the second a session may start. */
    record NewSeries(
            @NotNull LocalDate from,
            @Size(min = 1, max = 7) @Nullable List<@NotNull DayOfWeek> days,
            @Size(min = 2, max = 2) @Nullable List<@NotNull LocalTime> between,
            @NotNull UUID siteId,
            @Min(1) @Max(MOST_VISITS) @Nullable Integer count,

            @Positive @DecimalMax(NewAppointment.LARGEST_MG) @Nullable
            BigDecimal doseMg,

            @Size(min = 1, max = MOST_VISITS) @Nullable List<@NotNull @Positive @Max(366) Integer> intervals) {}

    record NewPlan(
            @Nullable LocalDate from,
            @Size(min = 1, max = 7) @Nullable List<@NotNull DayOfWeek> days,
            @Size(min = 2, max = 2) @Nullable List<@NotNull LocalTime> between,
            @Nullable UUID siteId) {}

    private final CourseSeries series;
    private final CourseArrivals arrivals;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    SeriesBookingResource(
            CourseSeries series, CourseArrivals arrivals, Commands commands, Caller caller, Answers answers) {
        this.series = series;
        this.arrivals = arrivals;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @Path("/bookings")
    public RestResponse<SeriesAnswer.Booked> book(UUID courseId, @Valid @NotNull NewSeries wanted) {
        var request = commands.request();
        var wish = wish(request.eventId(), courseId, wanted);
        return answers.ofEvent(series.book(request, wish, wanted.siteId()), SeriesAnswer::booked);
    }

    @POST
    @Path("/booking-proposals")
    public SeriesAnswer.Booked proposeBooking(UUID courseId, @Valid @NotNull NewSeries wanted) {
        var wish = wish(commands.request().eventId(), courseId, wanted);
        return SeriesAnswer.proposed(series.proposeBooking(caller.clinic(), wish, wanted.siteId()));
    }

    @POST
    @Path("/replans")
    public RestResponse<SeriesAnswer.Replanned> replan(UUID courseId, @Valid @NotNull NewPlan wanted) {
        var request = commands.request();
        var wish = wish(request.eventId(), courseId, wanted);
        return answers.of(
                series.replan(request, wish, wanted.siteId()),
                recorded -> SeriesAnswer.replanned(recorded.event()),
                history -> SeriesAnswer.unchanged());
    }

    @POST
    @Path("/replan-proposals")
    public SeriesAnswer.Replanned proposeReplan(UUID courseId, @Valid @NotNull NewPlan wanted) {
        var wish = wish(commands.request().eventId(), courseId, wanted);
        return SeriesAnswer.proposed(series.proposeReplan(caller.clinic(), wish, wanted.siteId()));
    }

    private SeriesWish wish(UUID id, UUID courseId, NewSeries wanted) {
        var preference = preference(wanted.days(), wanted.between());
        var intervals = wanted.intervals() == null ? List.<Integer>of() : wanted.intervals();
        requireOneInterval(wanted.count(), intervals);
        arrivals.await(caller.clinic(), courseId);
        return new SeriesWish(id, courseId, wanted.from(), preference, wanted.count(), intervals, wanted.doseMg());
    }

    private static void requireOneInterval(@Nullable Integer count, List<Integer> intervals) {
        if (count != null && !intervals.isEmpty() && count != intervals.size() && count != intervals.size() + 1) {
            throw new BadInput("intervals", "must be one before each visit, or one between each two");
        }
    }

    private ReplanWish wish(UUID id, UUID courseId, NewPlan wanted) {
        var preference = preference(wanted.days(), wanted.between());
        arrivals.await(caller.clinic(), courseId);
        return new ReplanWish(id, courseId, wanted.from() == null ? LocalDate.EPOCH : wanted.from(), preference);
    }

    private static Preference preference(@Nullable List<DayOfWeek> days, @Nullable List<LocalTime> between) {
        var wanted = days == null ? Set.<DayOfWeek>of() : Set.copyOf(days);
        if (between == null) {
            return new Preference(wanted, null, null);
        }
        var opens = between.getFirst();
        var closes = between.getLast().equals(LocalTime.MIDNIGHT) ? null : between.getLast(); // the end of the day
        if (closes != null && !opens.isBefore(closes)) {
            throw new BadInput("between", "must end after it begins");
        }
        return new Preference(wanted, opens, closes);
    }
}

package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.command.WaitlistBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Waitlist;
import io.upswing.scheduling.view.Courses;
import io.upswing.scheduling.view.Offers;
import io.upswing.scheduling.view.WaitlistEntries;
import io.upswing.scheduling.view.WaitlistView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who waits for another time, what they were offered, and what they answered. */
@Path("/waitlist")
@RunOnVirtualThread
class WaitlistResource {
    /** The place on the list that a command was about. */
    record EntryConcerned(UUID entryId) {}

    /** The offer that a command was about. */
    record OfferConcerned(UUID offerId) {}

    private final WaitlistBook waitlist;
    private final AppointmentBook book;
    private final WaitlistEntries entries;
    private final Offers offers;
    private final CourseArrivals arrivals;
    private final Courses courses;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;
    private final InstantSource clock;

    WaitlistResource(
            WaitlistBook waitlist,
            AppointmentBook book,
            WaitlistEntries entries,
            Offers offers,
            CourseArrivals arrivals,
            Courses courses,
            Commands commands,
            Caller caller,
            Answers answers,
            InstantSource clock) {
        this.waitlist = waitlist;
        this.book = book;
        this.entries = entries;
        this.offers = offers;
        this.arrivals = arrivals;
        this.courses = courses;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<EntryConcerned> join(@Valid NewWish wish) {
        wish.requireMeant();
        arrivals.await(caller.clinic(), wish.courseId());
        var siteId = wish.siteId() == null ? siteOf(wish.courseId()) : wish.siteId();
        var request = commands.request();
        return answers.of(
                waitlist.join(request, wish.joined(request.eventId(), siteId)),
                recorded -> new EntryConcerned(recorded.id()));
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Page<WaitlistView> list(
            @QueryParam("siteId") @Nullable UUID siteId,
            @QueryParam("patientId") @Nullable UUID patientId,
            @QueryParam("state") @DefaultValue("WAITING") Waitlist.Place state,
            @BeanParam @Valid Paging paging) {
        var filter = new WaitlistEntries.Filter(state, siteId, patientId);
        var found = entries.list(caller.clinic(), filter, paging.page(), paging.size(), clock.instant());
        return new Page<>(found.some(), found.total());
    }

    @DELETE
    @Path("/{entryId}")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<EntryConcerned> leave(UUID entryId) {
        var patientId =
                entries.patientOf(caller.clinic(), entryId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_ENTRY));
        var concerned = new EntryConcerned(entryId);
        return answers.of(
                waitlist.leave(commands.request(), patientId, entryId), recorded -> concerned, history -> concerned);
    }

    @POST
    @Path("/offers/{offerId}/acceptance")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<Placed> accept(UUID offerId) {
        return answers.of(
                book.accept(commands.request(), patientOf(offerId), offerId),
                recorded -> Placed.of(recorded.event()),
                history -> Placed.asTaken(offerId, history));
    }

    @POST
    @Path("/offers/{offerId}/decline")
    @RolesAllowed(Roles.FRONT_DESK)
    public RestResponse<OfferConcerned> decline(UUID offerId) {
        var concerned = new OfferConcerned(offerId);
        return answers.of(
                waitlist.decline(commands.request(), patientOf(offerId), offerId),
                recorded -> concerned,
                history -> concerned);
    }

    private UUID patientOf(UUID offerId) {
        return offers.patientOf(caller.clinic(), offerId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_OFFER));
    }

    private UUID siteOf(UUID courseId) {
        return courses.siteOf(caller.clinic(), courseId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_COURSE));
    }
}

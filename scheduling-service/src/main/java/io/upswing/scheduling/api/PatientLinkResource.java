package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What patients do about their appointments and what they are offered by the links in their messages. Opening one changes nothing, for scanners of mail
 * open them too; each serves once; the link alone says who comes, so no token of a user is needed.
 */
@Path("/p/{token}")
@RunOnVirtualThread
class PatientLinkResource {
    private static final Set<Purpose> OURS =
            EnumSet.of(Purpose.CONFIRM, Purpose.MOVE, Purpose.CANCEL, Purpose.BOOK, Purpose.OFFER);

    private final PatientLinks links;
    private final PatientActs acts;
    private final OfferActs offers;
    private final InstantSource clock;

    PatientLinkResource(PatientLinks links, PatientActs acts, OfferActs offers, InstantSource clock) {
        this.links = links;
        this.acts = acts;
        this.offers = offers;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response open(String token) {
        var link = link(token, OURS);
        return link.purpose() == Purpose.OFFER ? offers.open(link, clock.instant()) : acts.open(link, clock.instant());
    }

    /** {@code seen}: the start that the page showed. */
    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Path("/confirm")
    public Response confirm(String token, @FormParam("seen") @Nullable String seen) {
        return acts.confirm(link(token, EnumSet.of(Purpose.CONFIRM)), instant(seen), clock.instant());
    }

    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Path("/cancel")
    public Response cancel(String token, @FormParam("seen") @Nullable String seen) {
        return acts.cancel(link(token, EnumSet.of(Purpose.CANCEL)), instant(seen), clock.instant());
    }

    /** {@code start}: one of those that the page shows. */
    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Path("/move")
    public Response move(String token, @FormParam("start") @Nullable String start) {
        return acts.move(link(token, EnumSet.of(Purpose.MOVE)), instant(start), clock.instant());
    }

    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Path("/book")
    public Response book(String token, @FormParam("start") @Nullable String start) {
        return acts.book(link(token, EnumSet.of(Purpose.BOOK)), instant(start), clock.instant());
    }

    /** The time that is kept for the patient. */
    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Path("/take")
    public Response take(String token) {
        return offers.take(link(token, EnumSet.of(Purpose.OFFER)), clock.instant());
    }

    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Path("/decline")
    public Response decline(String token) {
        return offers.decline(link(token, EnumSet.of(Purpose.OFFER)), clock.instant());
    }

    private PatientLink link(String token, Set<Purpose> purposes) {
        return links.open(token, purposes, clock.instant());
    }

    /** What is no time is none that could be meant. */
    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}

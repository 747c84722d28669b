package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.Offer;
import io.upswing.scheduling.domain.Slot;
import io.upswing.scheduling.domain.Waitlist.Place;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place on the waitlist, and what was offered to it. {@code between}: null for any hours. */
public record WaitlistView(
        UUID entryId,
        UUID patientId,
        UUID courseId,
        UUID siteId,
        List<DayOfWeek> days,
        @Nullable List<LocalTime> between,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Instant since,
        Place state,
        List<Offered> offers) {

    /** What is to be known of an offer; {@code appointmentId}: what was booked or moved by it. */
    public record Offered(
            UUID offerId,
            Slot slot,
            Instant offeredAt,
            Instant expiresAt,
            Answer state,
            @Nullable UUID appointmentId) {}

    /** What became of an offer. */
    public enum Answer {
        OFFERED,
        TAKEN,
        DECLINED,
        EXPIRED
    }

    static WaitlistView of(WaitlistEntryRow entry, List<OfferRow> offers, Instant now) {
        var opens = entry.opens;
        var closes = entry.closes;
        return new WaitlistView(
                entry.entryId,
                entry.patientId,
                entry.courseId,
                entry.siteId,
                WaitlistEntryRow.days(entry.days),
                opens == null || closes == null ? null : List.of(opens, closes),
                entry.from,
                entry.to,
                entry.since,
                Place.valueOf(entry.state),
                offers.stream().map(offer -> offered(offer, now)).toList());
    }

    private static Offered offered(OfferRow offer, Instant now) {
        return new Offered(
                offer.offerId,
                new Slot(offer.start, offer.end, offer.chairId),
                offer.offeredAt,
                offer.expiresAt,
                answer(offer, now),
                offer.appointmentId);
    }

    private static Answer answer(OfferRow offer, Instant now) {
        return switch (Offer.State.valueOf(offer.state)) {
            case OPEN -> now.isBefore(offer.expiresAt) ? Answer.OFFERED : Answer.EXPIRED;
            case TAKEN -> Answer.TAKEN;
            case DECLINED -> Answer.DECLINED;
        };
    }
}

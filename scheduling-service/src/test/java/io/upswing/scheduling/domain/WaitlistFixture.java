package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.ZONE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;

import io.upswing.scheduling.events.PatientRecord.Consent;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A patient who waits, and nine o'clock on the Tuesday, which somebody else gave up. */
final class WaitlistFixture {
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final UUID ENTRY = id(20);
    static final UUID VACANCY = id(21);
    static final UUID OFFER = Backfill.offerId(VACANCY, PATIENT);
    static final OfferTerms TERMS = new OfferTerms(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(3));
    static final List<Consent> REACHABLE = List.of(new Consent("EMAIL", true, NOW));
    static final Vacancy NINE = vacancy(FIRST, at(TUESDAY, "09:00"));

    private WaitlistFixture() {}

    static Vacancy vacancy(UUID chairId, Instant start) {
        return new Vacancy(VACANCY, "riverside", SITE, ZONE, chairId, start, OTHER);
    }

    /** Whatever comes. */
    static Wish wish() {
        return new Wish(ENTRY, PATIENT, COURSE, List.of(), null, null, null, null, NOW);
    }

    static WaitlistJoined joined() {
        return new WaitlistJoined(ENTRY, PATIENT, COURSE, SITE, List.of(), null, null, null, null);
    }

    /** Nine o'clock on the Tuesday. */
    static SlotOffered offered(@Nullable UUID ownAppointment) {
        return new SlotOffered(
                OFFER,
                ENTRY,
                PATIENT,
                COURSE,
                VACANCY,
                ownAppointment,
                SITE,
                ZONE.getId(),
                FIRST,
                at(TUESDAY, "09:00"),
                at(TUESDAY, "11:55"),
                null,
                NOW.plus(Duration.ofMinutes(30)));
    }

    /** Registered and on the list. */
    static Waiter waiter(CourseAtDesk course, SchedulingEvent... more) {
        return waiter(wish(), course, more);
    }

    static Waiter waiter(Wish wish, CourseAtDesk course, SchedulingEvent... more) {
        return Waiter.of(wish, REACHABLE, history(more), course, MONDAY);
    }

    static List<SchedulingEvent> history(SchedulingEvent... more) {
        return Stream.concat(Stream.of(registered(), joined()), Stream.of(more)).toList();
    }
}

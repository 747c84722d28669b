package io.upswing.scheduling.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.command.AppointmentBook.Place;
import io.upswing.scheduling.domain.Backfill;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.OfferTerms;
import io.upswing.scheduling.domain.Vacancy;
import io.upswing.scheduling.domain.Waiter;
import io.upswing.scheduling.domain.Wish;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.view.Courses;
import io.upswing.scheduling.view.Vacancies;
import io.upswing.scheduling.view.WaitingPatients;
import io.upswing.scheduling.view.WaitingPatients.Waiting;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Offers a vacancy to the first of those whom it fits. Who that is, is looked for without keeping anybody waiting; the
 * offer itself is decided again in the patient's own stream, once its turn for that day has come.
 */
@Singleton
class Backfilling {
    /** Written into the records: nobody asked for it. */
    private static final String ACTOR = "scheduling-service";

    /** How what lies on the desk is come by. */
    private interface Look {
        Desk at(String clinic, Place place, BookingCommand command);
    }

    private final EventLog<SchedulingEvent> log;
    private final Vacancies vacancies;
    private final WaitingPatients patients;
    private final Courses courses;
    private final Desks desks;
    private final OfferTerms terms;
    private final InstantSource clock;

    Backfilling(
            EventLog<SchedulingEvent> log,
            Vacancies vacancies,
            WaitingPatients patients,
            Courses courses,
            Desks desks,
            OfferConfig config,
            InstantSource clock) {
        this.log = log;
        this.vacancies = vacancies;
        this.patients = patients;
        this.courses = courses;
        this.desks = desks;
        this.terms = config.terms();
        this.clock = clock;
    }

    /** What may be offered to somebody now. */
    List<Vacancy> wanted() {
        var now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> vacancies.wanted(terms.firstStart(now), now));
    }

    /** Who cannot be asked because their stream or the append is broken keeps no other from being asked. */
    void offer(Vacancy vacancy) {
        var broken = new HashSet<UUID>();
        while (true) {
            var wish = QuarkusTransaction.requiringNew().call(() -> first(vacancy, broken));
            if (wish.isEmpty()
                    || Apart.run("offering to entry " + wish.get().entryId(), () -> offer(vacancy, wish.get()))) {
                return;
            }
            broken.add(wish.get().entryId());
        }
    }

    private Optional<Wish> first(Vacancy vacancy, Set<UUID> broken) {
        var now = clock.instant();
        var waiters = new ArrayList<Waiter>();
        for (var waiting : patients.about(vacancy, now)) {
            var entryId = waiting.wish().entryId();
            if (waiting.wish().wants(vacancy) && !broken.contains(entryId)) {
                Apart.run(
                        "looking at entry " + entryId,
                        () -> waiter(vacancy, waiting, now).ifPresent(waiters::add));
            }
        }
        return waiters.stream()
                .sorted(Waiter.MOST_URGENT_FIRST)
                .filter(waiter -> decide(vacancy, waiter, desks::asItIs, now).isPresent())
                .map(Waiter::wish)
                .findFirst();
    }

    /**
     * Another replica may be offering it, and the patient may have chosen otherwise meanwhile, or want no more messages:
     * then nothing is said.
     */
    void offer(Vacancy vacancy, Wish wish) {
        var offerId = Backfill.offerId(vacancy.id(), wish.patientId());
        var request = new Request(vacancy.clinic(), ACTOR, offerId, null, null);
        Contention.decideAgain(() -> log.execute(request, wish.patientId(), history -> {
            var now = clock.instant();
            if (!vacancies.lock(vacancy.id(), terms.firstStart(now), now)) {
                return Optional.empty();
            }
            return patients.waiting(wish.entryId())
                    .flatMap(waiting -> waiter(vacancy, waiting, history, now))
                    .flatMap(waiter -> decide(vacancy, waiter, desks::ofDay, now))
                    .map(offer -> Draft.of(offer, now));
        }));
    }

    private Optional<Waiter> waiter(Vacancy vacancy, Waiting waiting, Instant now) {
        return waiter(vacancy, waiting, log.history(vacancy.clinic(), waiting.patientId()), now);
    }

    /** Empty while nothing is known of the course: after a rebuild it comes back last. */
    private Optional<Waiter> waiter(
            Vacancy vacancy, Waiting waiting, List<Recorded<SchedulingEvent>> history, Instant now) {
        var today = now.atZone(vacancy.zone()).toLocalDate();
        var events = history.stream().map(Recorded::event).toList();
        return courses.atDesk(vacancy.clinic(), waiting.wish().courseId(), today)
                .map(course -> Waiter.of(waiting.wish(), waiting.consents(), events, course, today));
    }

    private Optional<SlotOffered> decide(Vacancy vacancy, Waiter waiter, Look look, Instant now) {
        var place = new Place(vacancy.siteId(), waiter.wish().courseId());
        return Backfill.wanted(vacancy, waiter, terms, now)
                .flatMap(command -> Backfill.offer(
                        command, vacancy, waiter, look.at(vacancy.clinic(), place, command), terms, now));
    }
}

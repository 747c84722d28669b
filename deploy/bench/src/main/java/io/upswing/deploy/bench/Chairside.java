package io.upswing.deploy.bench;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** One writer's work: administrations for patients that are its own, in turn. */
final class Chairside {
    private static final int PATIENTS = 500;

    private final UUID[] patients = new UUID[PATIENTS];
    private final long[] versions = new long[PATIENTS];
    private final Ids ids;
    private int turn;

    Chairside(long seed) {
        ids = new Ids(seed);
        for (int i = 0; i < PATIENTS; i++) {
            patients[i] = ids.next();
        }
    }

    /** What is recorded next: an event id, whose stream it is, the version it will have. */
    record Next(UUID eventId, UUID patient, long version) {}

    Next next() {
        turn = (turn + 1) % PATIENTS;
        return new Next(ids.next(), patients[turn], ++versions[turn]);
    }

    static SessionEvent administration(Next next) {
        return new AdministrationRecorded(
                next.patient(),
                next.eventId(),
                next.patient(),
                LocalDate.of(2026, 3, 2),
                BigDecimal.valueOf(84),
                true,
                null,
                "LOT-4711",
                120,
                null);
    }
}

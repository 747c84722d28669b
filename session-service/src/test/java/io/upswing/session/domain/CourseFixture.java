package io.upswing.session.domain;

import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.domain.SessionCommand.Prescribe;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import io.upswing.session.events.SessionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One patient, one course, one session; what a test does not care about is filled in here. */
final class CourseFixture {
    static final UUID PATIENT = new UUID(2, 1);
    static final UUID SITE = new UUID(2, 2);
    static final UUID COURSE = new UUID(2, 3);
    static final UUID SESSION = new UUID(2, 4);
    static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
    static final Instant NINE = Instant.parse("2026-04-01T13:00:00Z");

    private CourseFixture() {}

    static Protocol protocol(String id) {
        try (var in = CourseFixture.class.getResourceAsStream("/protocols/" + id + ".json")) {
            return SessionJson.mapper().readValue(in, Protocol.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Prescribe prescribe(String protocol, String pattern, UUID continues) {
        return new Prescribe(
                PATIENT,
                SITE,
                protocol(protocol),
                pattern,
                null,
                "Dr. Example",
                "TRD",
                null,
                Setting.OUTPATIENT,
                continues,
                DeciderSpec.NOW);
    }

    static ProtocolPrescribed prescribed(String protocol) {
        return prescribed(protocol, Setting.OUTPATIENT);
    }

    static ProtocolPrescribed prescribed(String protocolId, Setting setting) {
        return prescribed(COURSE, protocolId, setting);
    }

    static ProtocolPrescribed prescribed(UUID course, String protocolId, Setting setting) {
        var protocol = protocol(protocolId);
        var schedule = protocol.scheduleFor(protocol.defaultPattern()).orElseThrow();
        return new ProtocolPrescribed(
                course,
                PATIENT,
                SITE,
                protocolId,
                1,
                schedule.pattern(),
                schedule,
                LocalDate.of(2026, 3, 1),
                "Dr. Example",
                "TRD",
                null,
                setting.name(),
                null);
    }

    static ConsentSigned consent() {
        return new ConsentSigned(COURSE, LocalDate.of(2026, 3, 1), "consent-7");
    }

    static RemsEnrolmentRecorded enrolled(Enrolment state) {
        return new RemsEnrolmentRecorded(COURSE, state.name(), LocalDate.of(2026, 3, 1));
    }

    static EligibilityDecided eligible(Eligibility decision) {
        return new EligibilityDecided(
                COURSE, decision.name(), LocalDate.of(2026, 3, 1), "Dr. Example", List.of(), null);
    }

    /** All that must be on file before a dose of esketamine. */
    static DeciderSpec cleared() {
        return DeciderSpec.given(
                prescribed("esk-trd-us"), consent(), enrolled(Enrolment.CONFIRMED), eligible(Eligibility.ELIGIBLE));
    }

    static AdministrationRecorded administered(String on) {
        return administered(new UUID(3, LocalDate.parse(on).toEpochDay()), on, true);
    }

    static AdministrationRecorded administered(UUID session, String on, boolean complete) {
        return new AdministrationRecorded(
                COURSE, session, SITE, LocalDate.parse(on), mg(56), complete, null, null, null, null);
    }

    /** {@code n} sessions in full, at the first dates that induction allows from 2 March on. */
    static SessionEvent[] induction(int n) {
        return List.of(
                        "2026-03-02",
                        "2026-03-05",
                        "2026-03-09",
                        "2026-03-12",
                        "2026-03-16",
                        "2026-03-19",
                        "2026-03-23",
                        "2026-03-26")
                .stream()
                .limit(n)
                .map(CourseFixture::administered)
                .toArray(SessionEvent[]::new);
    }

    static CheckedIn checkedIn(Integer doseMg) {
        return new CheckedIn(COURSE, SESSION, SITE, TODAY, null, doseMg == null ? null : mg(doseMg), NINE);
    }

    static GiveDose give(DoseKind kind, int mg) {
        return new GiveDose(SESSION, kind, mg(mg), null, null, null, NINE);
    }

    static DoseGiven given(DoseKind kind, int mg, Integer ordered, boolean completes) {
        return new DoseGiven(
                COURSE,
                SESSION,
                SITE,
                TODAY,
                NINE,
                kind.name(),
                mg(mg),
                ordered == null ? null : mg(ordered),
                completes,
                null,
                null,
                null);
    }

    static BigDecimal mg(int mg) {
        return BigDecimal.valueOf(mg);
    }
}

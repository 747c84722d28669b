package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.SITE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.cleared;
import static io.upswing.session.domain.CourseFixture.consent;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.CourseFixture.prescribed;

import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** What happens in the treatment room on 1 April, by the clock on its wall in New York. */
final class RoomFixture {
    private static final Concomitant NO_DRUGS = new Concomitant(false, false, false, false);

    private RoomFixture() {}

    static Instant at(String time) {
        return TODAY.atTime(LocalTime.parse(time))
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
    }

    static Visit visit(DeciderSpec spec) {
        var chart = spec.chart();
        var course = chart.course(COURSE);
        return Visit.of(chart, course, course.session(SESSION).orElseThrow(), LocalDate.of(1984, 5, 2));
    }

    /** The second session of a course of esketamine has begun. */
    static DeciderSpec arrived(int doseMg) {
        return cleared().and(administered("2026-03-26"), checkedIn(doseMg));
    }

    /** 84 mg at 09:00, 09:05 and 09:10. */
    static DeciderSpec sprayed() {
        return arrived(84).and(device("09:00", 84, false), device("09:05", 84, false), device("09:10", 84, true));
    }

    /** A session of the IV series, 0.5 mg/kg ordered, has begun. */
    static DeciderSpec infused() {
        return infused("0.5");
    }

    static DeciderSpec infused(String mgPerKg) {
        return DeciderSpec.given(
                prescribed("iv-racemic-series"),
                consent(),
                new DoseOrdered(COURSE, null, new BigDecimal(mgPerKg), TODAY, "Dr. Example"),
                checkedIn(null));
    }

    static DoseGiven device(String time, int ordered, boolean completes) {
        return dose(DoseKind.DEVICE, time, mg(28), ordered, completes);
    }

    static DoseGiven dose(DoseKind kind, String time, BigDecimal mg, Integer ordered, boolean completes) {
        return new DoseGiven(
                COURSE,
                SESSION,
                SITE,
                TODAY,
                at(time),
                kind.name(),
                mg,
                ordered == null ? null : mg(ordered),
                completes,
                "L1",
                null,
                kind == DoseKind.DEVICE ? true : null);
    }

    static DoseStopped stopped(String time, int givenMg, Integer wastedMg, String witness) {
        return new DoseStopped(
                COURSE,
                SESSION,
                SITE,
                TODAY,
                at(time),
                mg(givenMg),
                wastedMg == null ? null : mg(wastedMg),
                witness,
                null);
    }

    /** Everything is as it should be. */
    static ChecklistRecorded checklist(String time) {
        return checklist(time, null, null, null, NO_DRUGS, true);
    }

    static ChecklistRecorded checklist(
            String time, String food, String liquid, String nasal, Concomitant drugs, boolean ride) {
        return new ChecklistRecorded(
                COURSE,
                SESSION,
                at(time),
                food == null ? null : at(food),
                liquid == null ? null : at(liquid),
                nasal == null ? null : at(nasal),
                ride,
                drugs,
                null,
                "NOT_PREGNANT");
    }

    static ChecklistRecorded weighed(String time, String kg) {
        return new ChecklistRecorded(
                COURSE, SESSION, at(time), null, null, null, true, NO_DRUGS, new BigDecimal(kg), null);
    }

    static VitalsRecorded vitals(String time, int systolic, int diastolic) {
        return new VitalsRecorded(COURSE, SESSION, at(time), systolic, diastolic, 72, 98, 14);
    }

    static AssessmentRecorded assessed(String time, Integer moaas, Integer cadss, Boolean depressed) {
        return new AssessmentRecorded(COURSE, SESSION, at(time), moaas, cadss, depressed);
    }

    static OverrideGiven overridden(Rule rule) {
        return new OverrideGiven(COURSE, SESSION, at("08:50"), rule.code(), "benefit outweighs", "Dr. Example");
    }

    static Discharged discharged(String time, boolean escort) {
        return new Discharged(COURSE, SESSION, at(time), "nurse-1", escort);
    }
}

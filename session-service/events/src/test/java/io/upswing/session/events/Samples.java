package io.upswing.session.events;

import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.Dose;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.DrugTrial;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.MissingField;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.ProtocolPublished;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of every kind with every field given: what the goldens hold. */
final class Samples {
    private static final UUID COURSE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a02");
    private static final UUID SITE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a03");
    private static final UUID SESSION = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a04");
    private static final UUID OTHER = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a05");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");
    private static final BigDecimal MG_56 = new BigDecimal("56");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Source LABEL = new Source("L", "US label");

    static final List<SessionEvent> ALL = List.of(
            prescribed(),
            new ConsentSigned(COURSE, DAY, "consent-form 2026-01"),
            new EligibilityDecided(
                    COURSE,
                    "ELIGIBLE",
                    DAY,
                    "Dr Osei",
                    List.of(new DrugTrial("sertraline", "SSRI", 8, true)),
                    "two trials"),
            new ContraindicationRecorded(COURSE, "aneurysmal-vascular-disease", true, DAY),
            new RemsEnrolmentRecorded(COURSE, "CONFIRMED", DAY),
            new BenefitDecided(COURSE, "EXTEND", DAY, "Dr Osei", 14, DAY.plusDays(7), "partial response"),
            new IntervalDecided(COURSE, 14, DAY, "Dr Osei", "remission held"),
            new CoursePaused(COURSE, DAY, "surgery"),
            new CourseResumed(COURSE, DAY),
            new CourseClosed(COURSE, DAY, "moved away"),
            new DoseOrdered(COURSE, MG_56, HALF, DAY, "Dr Osei"),
            new AdministrationRecorded(
                    COURSE, SESSION, SITE, DAY, new BigDecimal("41.2"), true, true, "LOT-7", 120, "on paper"),
            new CheckedIn(COURSE, SESSION, SITE, DAY, OTHER, MG_56, AT),
            new DoseGiven(
                    COURSE, SESSION, SITE, DAY, AT, "DEVICE", new BigDecimal("28"), MG_56, false, "LOT-7", 1, true),
            new DoseStopped(
                    COURSE, SESSION, SITE, DAY, AT, new BigDecimal("42"), new BigDecimal("14"), "nurse 12", false),
            new Discharged(COURSE, SESSION, AT, "nurse 7", true),
            new SessionAborted(COURSE, SESSION, AT, "blood pressure"),
            new SessionCorrected(COURSE, SESSION, DAY.plusDays(1), MG_56, true, true, "LOT-8", "wrong day"),
            new SessionVoided(COURSE, SESSION, "wrong patient"),
            new PartDoseJudged(COURSE, SESSION, true, "Dr Osei", "most of the dose"),
            new RecordVoided(COURSE, OTHER, SESSION, "entered twice"),
            new FollowUpRecorded(COURSE, SESSION, AT, DAY.plusDays(1), "nurse 7", "REACHED", "well"),
            new ChecklistRecorded(
                    COURSE,
                    SESSION,
                    AT,
                    AT.minusSeconds(7_200),
                    AT.minusSeconds(1_800),
                    AT.minusSeconds(3_600),
                    true,
                    new Concomitant(true, false, false, true),
                    new BigDecimal("82.4"),
                    "NOT_PREGNANT"),
            new VitalsRecorded(COURSE, SESSION, AT, 128, 80, 72, 98, 14),
            new AssessmentRecorded(COURSE, SESSION, AT, 5, 3, false),
            new AdverseEventRecorded(COURSE, SESSION, AT, "nausea", false, "resolved within an hour"),
            new OverrideGiven(COURSE, SESSION, AT, "week-cap", "makes up for a missed one", "Dr Osei"),
            new LeftAgainstAdvice(COURSE, SESSION, AT),
            new RemsFormRecorded(
                    COURSE, SESSION, "SUBMITTED", AT, DAY, List.of(new MissingField("bp40", "patient asleep"))),
            new ConcurrentTreatmentRecorded(COURSE, true, DAY),
            new LapseDecided(COURSE, "REINDUCE", DAY, "Dr Osei", "relapsed"),
            new ProtocolVersionChanged(COURSE, "esk-trd-us", 2, schedule(), DAY, "Dr Osei"),
            new MeasureRecorded(
                    PATIENT,
                    COURSE,
                    "PHQ9",
                    List.of(1, 1, 1, 1, 1, 1, 1, 1, 1),
                    9,
                    DAY,
                    AT,
                    "mild",
                    20,
                    true,
                    false,
                    4,
                    true),
            new SafetyTaskClosed(PATIENT, COURSE, OTHER, "Dr Osei", "safe, plan made", AT, DAY),
            new ProtocolPublished(protocol(), "Dr Osei"));

    private Samples() {}

    private static ProtocolPrescribed prescribed() {
        return new ProtocolPrescribed(
                COURSE,
                PATIENT,
                SITE,
                "esk-trd-us",
                1,
                "standard",
                schedule(),
                DAY,
                "Dr Osei",
                "treatment-resistant depression",
                new Dose(MG_56, HALF),
                "OUTPATIENT",
                OTHER);
    }

    private static Schedule schedule() {
        return new Schedule(
                "esk-trd-us",
                1,
                LocalDate.of(2025, 1, 21),
                "standard",
                "IN",
                "MADRS",
                Map.of("MADRS", 12, "PHQ9", 4),
                28,
                true,
                false,
                new Schedule.Doses(
                        "mg",
                        List.of(MG_56, new BigDecimal("84")),
                        HALF,
                        BigDecimal.ONE,
                        HALF,
                        List.of(new Schedule.Day1Dose(18, 65, List.of(MG_56))),
                        new BigDecimal("28")),
                new Schedule.Durations(20, 0, 5, 10, 15),
                new Schedule.Observation(120, 240, true, false),
                List.of(
                        new Phase.Series(
                                "induction", 8, 2, new Phase.Gap(2, 3, 4, 7), 27, true, Map.of("sessions", LABEL)),
                        new Phase.Open(
                                "individualised",
                                List.of(7, 14),
                                Map.of(21, "NO_EVIDENCE_INTERVAL", 28, "OFF_LABEL_INTERVAL"),
                                7,
                                84,
                                3,
                                7,
                                Map.of("interval", LABEL))),
                Map.of("lapseDays", LABEL),
                care());
    }

    private static Schedule.Care care() {
        return new Schedule.Care(
                new Schedule.Vitals(true, 15, true, List.of(40), true, 10),
                new Schedule.BloodPressure(140, 90, 180, 110, 15),
                new Schedule.Preparation(120, 30, 60, 30, true, true),
                new Schedule.Infusion(40, new BigDecimal("500"), BigDecimal.TEN));
    }

    private static Protocol protocol() {
        var schedule = schedule();
        return new Protocol(
                "our-own",
                1,
                DAY,
                "Our own",
                "esketamine",
                "IN",
                "labelled",
                true,
                "no reason",
                "MADRS",
                Map.of("MADRS", 12),
                28,
                true,
                false,
                schedule.doses(),
                schedule.durations(),
                schedule.observation(),
                "standard",
                Map.of("standard", schedule.phases()),
                Map.of("lapseDays", LABEL),
                schedule.care());
    }
}

package io.upswing.series;

import java.time.LocalDate;
import java.util.List;

/** The due rules: facts and a date in, a standing out. */
public final class DueRules {
    private static final int FORM_DUE_AFTER = 7;

    private DueRules() {}

    /** The standing of a course as of a date; {@code appointments} are those of the course, in any order. */
    public static Standing standing(
            CourseFacts facts, PatientFacts patient, LocalDate asOf, List<Appointment> appointments) {
        var situation = Situation.on(asOf, facts);
        var reasons = new Reasons(situation);
        var items = DueItems.of(situation, patient, reasons, Bookings.next(appointments, situation));
        var prompts = Prompts.of(situation, patient);
        var progress = situation.progress();
        var last = progress.last();
        var missed = Misses.targets(situation);
        var prescription = progress.prescription();
        return new Standing(
                prescription.courseId(),
                prescription.patientId(),
                new Standing.ProtocolRef(prescription.protocolId(), prescription.protocolVersion()),
                asOf,
                situation.state(),
                progress.phase().id(),
                Weeks.ofOrNull(progress.day1(), asOf),
                progress.given(),
                progress.planned(),
                progress.counted().size(),
                progress.day1(),
                last == null ? null : last.on(),
                situation.window() == null ? null : situation.window().next(),
                situation.gates(),
                progress.intervalDays(),
                missed,
                Misses.noShows(appointments, asOf),
                Shortfalls.of(situation),
                situation.lapsesOn(),
                Flags.of(situation),
                prompts,
                items,
                reasons.all(missed, prompts),
                Changes.after(situation, patient, appointments, items));
    }

    /** Section 5: calendar days from the treatment date: neither a holiday nor a late entry moves it. */
    public static LocalDate formDueOn(LocalDate treatmentDate) {
        return treatmentDate.plusDays(FORM_DUE_AFTER);
    }
}

package io.upswing.session.api;

import io.upswing.session.domain.RemsForm;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.MissingField;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import io.upswing.session.view.RemsFormChart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The monitoring form on paper. Names and contacts are not known here: their lines are left to be filled in. */
final class RemsFormPdf {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final RemsFormChart chart;
    private final RemsForm form;
    private final Map<String, String> explained;
    private final PdfSheet sheet;

    private RemsFormPdf(RemsFormChart chart, PdfSheet sheet) {
        this.chart = chart;
        this.form = chart.form();
        this.explained =
                chart.explained().stream().collect(Collectors.toMap(MissingField::field, MissingField::reason));
        this.sheet = sheet;
    }

    static byte[] of(RemsFormChart chart) {
        try (var sheet = new PdfSheet("REMS patient monitoring form")) {
            new RemsFormPdf(chart, sheet).write();
            return sheet.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        sheet.note("Assembled from the records of session " + chart.sessionId() + "; times are local, "
                + chart.timeZone() + ".");
        var overdue = chart.overdue() ? " It is overdue." : "";
        sheet.note("State: " + chart.state() + ". Due on " + chart.dueOn() + "." + overdue);
        patient();
        concomitant();
        treatment();
        monitoring();
        adverseEvents();
        signature();
    }

    private void patient() throws IOException {
        sheet.heading("Patient");
        sheet.line("Name");
        sheet.row("Patient id", form.patientId().toString());
        row("Date of birth", "birthDate", form.birthDate());
        sheet.line("Sex");
    }

    private void concomitant() throws IOException {
        var drugs = form.concomitant();
        sheet.heading("Taken beside the treatment");
        row("Benzodiazepines", "benzodiazepines", yesOrNo(drugs.benzodiazepines()));
        row("Psychostimulants", "stimulants", yesOrNo(drugs.stimulants()));
        row("Monoamine oxidase inhibitors", "maois", yesOrNo(drugs.maois()));
        row("Opioids", "opioids", yesOrNo(drugs.opioids()));
    }

    private void treatment() throws IOException {
        sheet.heading("Treatment");
        sheet.line("Health care setting, name and address");
        sheet.row("Site id", form.siteId().toString());
        sheet.row("Date", form.treatmentDate().toString());
        sheet.row("Dose", form.dose() + " mg");
        row("Lot numbers", "lots", lots());
        row("First treatment of this course", "firstTreatment", yesOrNo(form.firstTreatment()));
        row("Enrolment confirmed on", "enrolmentConfirmedOn", form.enrolmentConfirmedOn());
    }

    private void monitoring() throws IOException {
        sheet.heading("Monitoring");
        row("Minutes from the first device to the end", "totalMinutes", form.totalMinutes());
        row("Monitored for the minimum time", "minimumMet", yesOrNo(form.minimumMet()));
        sheet.line("Ready without a minimum, minutes");
        row("Before administration", "vitalsBefore", reading(form.vitalsBefore()));
        row("At 40 minutes", "vitalsAt40Minutes", reading(form.vitalsAt40Minutes()));
        row("At completion", "vitalsAtCompletion", reading(form.vitalsAtCompletion()));
        sheet.line("Vital signs acceptable before / at completion");
        row("Sedation", "sedation", yesOrNo(form.sedation()));
        row("Dissociation", "dissociation", yesOrNo(form.dissociation()));
        row("Respiratory depression", "respiratoryDepression", yesOrNo(form.respiratoryDepression()));
    }

    private void adverseEvents() throws IOException {
        sheet.heading("Serious adverse events");
        if (form.seriousAdverseEvents().isEmpty()) {
            sheet.note("None recorded.");
        }
        for (var event : form.seriousAdverseEvents()) {
            sheet.row(at(event.at()), told(event));
        }
    }

    private void signature() throws IOException {
        sheet.heading("Monitored by");
        row("Discharged by, as recorded", "monitoredBy", form.monitoredBy());
        sheet.line("Name");
        sheet.line("Telephone, e-mail");
        sheet.line("Signature, date");
    }

    private void row(String label, String field, @Nullable Object value) throws IOException {
        sheet.row(label, value == null ? missing(field) : value.toString());
    }

    private String missing(String field) {
        var reason = explained.get(field);
        return reason == null ? "not recorded" : "not recorded: " + reason;
    }

    private @Nullable String lots() {
        if (form.lots().isEmpty()) {
            return null;
        }
        var known = String.join(", ", form.lots());
        return form.lotsComplete() ? known : known + "; of the others " + missing("lots");
    }

    private @Nullable String reading(@Nullable VitalsRecorded vitals) {
        if (vitals == null) {
            return null;
        }
        return Stream.of(
                        at(vitals.at()) + "  " + vitals.systolic() + "/" + vitals.diastolic() + " mmHg",
                        vitals.heartRate() == null ? "" : "heart rate " + vitals.heartRate(),
                        vitals.spo2() == null ? "" : "SpO2 " + vitals.spo2() + " %",
                        vitals.respiratoryRate() == null ? "" : "respiratory rate " + vitals.respiratoryRate())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String told(AdverseEventRecorded event) {
        return event.description() == null ? event.kind() : event.kind() + ": " + event.description();
    }

    /** With the date where it is another than that of the treatment. */
    private String at(Instant instant) {
        var local = instant.atZone(ZoneId.of(chart.timeZone())).truncatedTo(ChronoUnit.MINUTES);
        var time = TIME.format(local);
        return local.toLocalDate().equals(form.treatmentDate()) ? time : local.toLocalDate() + " " + time;
    }

    private static @Nullable String yesOrNo(@Nullable Boolean value) {
        if (value == null) {
            return null;
        }
        return value ? "yes" : "no";
    }
}

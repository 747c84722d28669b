package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the monitoring form of a session under REMS asks, as far as the records say it; null: nobody recorded it.
 *
 * @param dose "56", "84" or "other" with the mg: the boxes of the form
 * @param lots of the devices; {@code lotsComplete} when every device has one
 * @param totalMinutes from the first device to the end of monitoring
 * @param minimumMet whether monitoring lasted as long as the protocol demands at least
 * @param sedation occurred, as {@code dissociation} and {@code respiratoryDepression}
 * @param firstTreatment whether no earlier session of the course gave a dose
 */
public record RemsForm(
        UUID patientId,
        @Nullable LocalDate birthDate,
        Concomitant concomitant,
        UUID siteId,
        LocalDate treatmentDate,
        String dose,
        List<String> lots,
        boolean lotsComplete,
        @Nullable Integer totalMinutes,
        @Nullable Boolean minimumMet,
        @Nullable VitalsRecorded vitalsBefore,
        @Nullable VitalsRecorded vitalsAt40Minutes,
        @Nullable VitalsRecorded vitalsAtCompletion,
        @Nullable Boolean sedation,
        @Nullable Boolean dissociation,
        @Nullable Boolean respiratoryDepression,
        List<AdverseEventRecorded> seriousAdverseEvents,
        boolean firstTreatment,
        @Nullable LocalDate enrolmentConfirmedOn,
        @Nullable String monitoredBy) {

    /** A field that stays empty where nobody recorded what it asks. */
    private record Field(String name, Predicate<RemsForm> isEmpty) {}

    private static final List<Field> FIELDS = List.of(
            new Field("birthDate", form -> form.birthDate() == null),
            new Field("benzodiazepines", form -> form.concomitant().benzodiazepines() == null),
            new Field("stimulants", form -> form.concomitant().stimulants() == null),
            new Field("maois", form -> form.concomitant().maois() == null),
            new Field("opioids", form -> form.concomitant().opioids() == null),
            new Field("lots", form -> !form.lotsComplete()),
            new Field("totalMinutes", form -> form.totalMinutes() == null),
            new Field("minimumMet", form -> form.minimumMet() == null),
            new Field("vitalsBefore", form -> form.vitalsBefore() == null),
            new Field("vitalsAt40Minutes", form -> form.vitalsAt40Minutes() == null),
            new Field("vitalsAtCompletion", form -> form.vitalsAtCompletion() == null),
            new Field("sedation", form -> form.sedation() == null),
            new Field("dissociation", form -> form.dissociation() == null),
            new Field("respiratoryDepression", form -> form.respiratoryDepression() == null),
            new Field("enrolmentConfirmedOn", form -> form.enrolmentConfirmedOn() == null),
            new Field("monitoredBy", form -> form.monitoredBy() == null));

    public RemsForm {
        lots = List.copyOf(lots);
        seriousAdverseEvents = List.copyOf(seriousAdverseEvents);
    }

    /** The names of the fields that no record fills. */
    public List<String> missing() {
        return FIELDS.stream()
                .filter(field -> field.isEmpty().test(this))
                .map(Field::name)
                .toList();
    }

    static boolean mayBeMissing(String name) {
        return FIELDS.stream().anyMatch(field -> field.name().equals(name));
    }
}

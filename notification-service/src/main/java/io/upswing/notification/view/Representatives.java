package io.upswing.notification.view;

import io.upswing.eventlog.JsonRecords;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Recipient;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.PatientRecord.Representative;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How who acts for a patient is kept in the patient's row, and read from it. */
final class Representatives {
    private static final JsonRecords JSON = new JsonRecords();

    private Representatives() {}

    static @Nullable String written(PatientRecord patient) {
        var representative = patient.representative();
        return representative == null ? null : new String(JSON.write(representative), StandardCharsets.UTF_8);
    }

    static @Nullable String phone(PatientRecord patient) {
        var representative = patient.representative();
        return representative == null ? null : representative.phone();
    }

    static Representative read(String written) {
        return JSON.read(written.getBytes(StandardCharsets.UTF_8), Representative.class);
    }

    /** Where they did not say which, in the patient's language and by the patient's clock. */
    static Recipient recipient(
            Representative who, Recipient patient, Map<Channel, Consent> consents, @Nullable Channel preferred) {
        var language = who.language();
        var zone = who.timeZone();
        return new Recipient(
                who.givenName(),
                who.familyName(),
                zone == null ? patient.zone() : ZoneId.of(zone),
                language == null ? patient.language() : language,
                null,
                Recipients.addresses(who.email(), who.phone()),
                consents,
                preferred);
    }
}

package io.upswing.scheduling.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as it is shown; {@code date} is its date at the site. {@code expectedStart}: later than {@code start},
 * where the treatment before it on the chair takes longer.
 */
public record AppointmentView(
        UUID appointmentId,
        UUID patientId,
        @Nullable UUID courseId,
        UUID siteId,
        UUID chairId,
        String kind,
        Instant start,
        Instant end,
        LocalDate date,
        String timeZone,
        @Nullable BigDecimal doseMg,
        String state,
        boolean overbooked,
        @Nullable String overbookReason,
        @Nullable Instant expectedStart,
        @Nullable String cancelledBy,
        @Nullable String cancelReason) {

    static AppointmentView of(AppointmentRow row) {
        return new AppointmentView(
                row.appointmentId,
                row.patientId,
                row.courseId,
                row.siteId,
                row.chairId,
                row.kind,
                row.start,
                row.end,
                row.on,
                row.zone,
                row.doseMg,
                row.state,
                row.overbooked,
                row.overbookReason,
                row.expectedStart,
                row.cancelledBy,
                row.cancelReason);
    }
}

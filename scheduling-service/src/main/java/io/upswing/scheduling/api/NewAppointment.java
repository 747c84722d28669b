package io.upswing.scheduling.api;

import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A chair and a time that are asked for, to be booked or to be held. */
record NewAppointment(
        @NotNull UUID patientId,
        @Nullable UUID courseId,
        @NotNull UUID siteId,
        @NotNull Kind kind,
        @NotNull Instant start,
        @Nullable UUID chairId,
        @Positive @DecimalMax(LARGEST_MG) @Nullable BigDecimal doseMg,
        @Min(5) @Max(240) @Nullable Integer minutes,
        @Nullable UUID holdId,
        @Valid @Nullable Overbooking overbook,
        @Valid @Nullable SpacingOverruled override) {
    /** More than that is a slip of the hand; by it a chair would be kept for years. */
    static final String LARGEST_MG = "2000";

    /** A manager puts one more where no chair or no monitor has room. */
    record Overbooking(@NotBlank @Size(max = 1000) String reason) {}

    AppointmentBook.Place place() {
        return new AppointmentBook.Place(siteId, courseId);
    }
}

package io.upswing.session.api;

import io.upswing.session.events.Schedule.BloodPressure;
import io.upswing.session.events.Schedule.Care;
import io.upswing.session.events.Schedule.Infusion;
import io.upswing.session.events.Schedule.Preparation;
import io.upswing.session.events.Schedule.Vitals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked, read and watched in each session, as the author of a protocol hands it in. */
record CareBody(
        @NotNull @Valid VitalsBody vitals,
        @NotNull @Valid PressureBody bloodPressure,
        @NotNull @Valid PreparationBody preparation,
        @Valid @Nullable InfusionBody infusion) {

    record VitalsBody(
            @NotNull Boolean before,
            @Nullable Integer everyMinutes,
            @NotNull Boolean atEnd,
            @Size(max = 50) @Nullable List<@NotNull Integer> afterMinutes,
            @NotNull Boolean beforeDischarge,
            @NotNull Integer toleranceMinutes) {

        Vitals vitals() {
            return new Vitals(
                    before, everyMinutes, atEnd, ScheduleParts.orNone(afterMinutes), beforeDischarge, toleranceMinutes);
        }
    }

    record PressureBody(
            @NotNull Integer systolic,
            @NotNull Integer diastolic,
            @Nullable Integer urgentSystolic,
            @Nullable Integer urgentDiastolic,
            @NotNull Integer repeatMinutes) {

        BloodPressure pressure() {
            return new BloodPressure(systolic, diastolic, urgentSystolic, urgentDiastolic, repeatMinutes);
        }
    }

    record PreparationBody(
            @Nullable Integer foodMinutes,
            @Nullable Integer liquidMinutes,
            @Nullable Integer nasalProductMinutes,
            @Nullable Integer weightDays,
            @NotNull Boolean ride,
            @NotNull Boolean pregnancy) {

        Preparation preparation() {
            return new Preparation(foodMinutes, liquidMinutes, nasalProductMinutes, weightDays, ride, pregnancy);
        }
    }

    record InfusionBody(
            @NotNull Integer minutes,
            @NotNull BigDecimal vialMg,
            @NotNull BigDecimal vialMl) {

        Infusion infusion() {
            return new Infusion(minutes, vialMg, vialMl);
        }
    }

    Care care() {
        return new Care(
                vitals.vitals(),
                bloodPressure.pressure(),
                preparation.preparation(),
                infusion == null ? null : infusion.infusion());
    }
}

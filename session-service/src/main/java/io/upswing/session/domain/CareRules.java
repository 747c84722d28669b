package io.upswing.session.domain;

import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule.BloodPressure;
import io.upswing.session.events.Schedule.Infusion;
import io.upswing.session.events.Schedule.Preparation;
import io.upswing.session.events.Schedule.Vitals;

/** What is asked, read and watched in each session: numbers that a person and a clock can have. */
final class CareRules {
    private static final int DAY = 1_440;
    private static final int HIGHEST_PRESSURE = 300;

    private CareRules() {}

    static void check(Faults faults, Protocol protocol) {
        var care = protocol.care();
        if (care == null) {
            return;
        }
        var at = faults.in("care");
        vitals(at.in("vitals"), care.vitals());
        pressure(at.in("bloodPressure"), care.bloodPressure());
        preparation(at.in("preparation"), care.preparation());
        if (care.infusion() != null) {
            at.unless(protocol.route().equals("IV"), "infusion", "goes with the route IV");
            infusion(at.in("infusion"), care.infusion());
        }
    }

    private static void vitals(Faults faults, Vitals vitals) {
        faults.range("everyMinutes", vitals.everyMinutes(), 1, DAY);
        vitals.afterMinutes().forEach(minutes -> faults.range("afterMinutes", minutes, 1, DAY));
        faults.range("toleranceMinutes", vitals.toleranceMinutes(), 0, DAY);
    }

    private static void pressure(Faults faults, BloodPressure pressure) {
        faults.range("systolic", pressure.systolic(), 1, HIGHEST_PRESSURE);
        faults.range("diastolic", pressure.diastolic(), 1, pressure.systolic() - 1);
        faults.range("urgentSystolic", pressure.urgentSystolic(), pressure.systolic(), HIGHEST_PRESSURE);
        faults.range("urgentDiastolic", pressure.urgentDiastolic(), pressure.diastolic(), HIGHEST_PRESSURE);
        faults.range("repeatMinutes", pressure.repeatMinutes(), 1, DAY);
    }

    private static void preparation(Faults faults, Preparation preparation) {
        faults.range("foodMinutes", preparation.foodMinutes(), 0, DAY);
        faults.range("liquidMinutes", preparation.liquidMinutes(), 0, DAY);
        faults.range("nasalProductMinutes", preparation.nasalProductMinutes(), 0, DAY);
        faults.range("weightDays", preparation.weightDays(), 1, 366);
    }

    private static void infusion(Faults faults, Infusion infusion) {
        faults.range("minutes", infusion.minutes(), 1, DAY);
        faults.amount("vialMg", infusion.vialMg(), 10_000);
        faults.amount("vialMl", infusion.vialMl(), 1_000);
    }
}

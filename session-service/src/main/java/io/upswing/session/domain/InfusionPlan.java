package io.upswing.session.domain;

import io.upswing.session.events.Schedule.Care;
import io.upswing.session.events.Schedule.Infusion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a dose is run in: what to draw from the vial, how fast, and what of the opened vials is left over. */
public record InfusionPlan(
        BigDecimal mg,
        @Nullable BigDecimal mgPerKg,
        @Nullable BigDecimal weightKg,
        int minutes,
        BigDecimal volumeMl,
        BigDecimal mgPerMinute,
        BigDecimal wasteMg) {
    private static final int DECIMALS = 3;

    /** Null where nothing is infused, or the dose is not known. */
    public static @Nullable InfusionPlan of(Visit visit) {
        var care = visit.schedule().care();
        var infusion = care == null ? null : care.infusion();
        var mg = visit.orderedMg();
        return infusion == null || mg == null ? null : of(infusion, mg, visit.weight());
    }

    private static InfusionPlan of(Infusion infusion, BigDecimal mg, @Nullable Weight weight) {
        return new InfusionPlan(
                mg,
                weight == null ? null : weight.mgPerKg(mg),
                weight == null ? null : weight.kg(),
                infusion.minutes(),
                mg.multiply(infusion.vialMl()).divide(infusion.vialMg(), DECIMALS, RoundingMode.HALF_UP),
                mg.divide(BigDecimal.valueOf(infusion.minutes()), DECIMALS, RoundingMode.HALF_UP),
                vials(infusion, mg).multiply(infusion.vialMg()).subtract(mg));
    }

    private static BigDecimal vials(Infusion infusion, BigDecimal mg) {
        return mg.divide(infusion.vialMg(), 0, RoundingMode.CEILING);
    }

    /** The minutes that an infusion of this schedule takes; null where nothing is infused. */
    static @Nullable Integer minutes(@Nullable Care care) {
        return care == null || care.infusion() == null
                ? null
                : (Integer) care.infusion().minutes();
    }
}

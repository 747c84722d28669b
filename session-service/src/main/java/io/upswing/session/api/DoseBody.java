package io.upswing.session.api;

import io.upswing.http.BadInput;
import io.upswing.session.events.SessionEvent.Dose;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A dose as it is ordered. */
record DoseBody(
        @Milligrams @Nullable BigDecimal mg,
        @Milligrams @Nullable BigDecimal mgPerKg) {

    /** @throws BadInput when both or none are given */
    Dose dose(String field) {
        if ((mg == null) == (mgPerKg == null)) {
            throw new BadInput(field, "needs exactly one of mg and mgPerKg");
        }
        return new Dose(mg, mgPerKg);
    }
}

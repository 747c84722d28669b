package io.upswing.session.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong below one field, so that an author sees all of it at once. */
final class Faults {
    private final String prefix;
    private final List<Fault> found;

    private Faults(String prefix, List<Fault> found) {
        this.prefix = prefix;
        this.found = found;
    }

    static Faults none() {
        return new Faults("", new ArrayList<>());
    }

    /** The faults of what is inside {@code field} go into the same list. */
    Faults in(Object field) {
        return new Faults(prefix + field + ".", found);
    }

    void unless(boolean holds, String field, String message) {
        if (!holds) {
            found.add(new Fault(prefix + field, message));
        }
    }

    /** A number that is not given is in every range. */
    void range(String field, @Nullable Integer number, int from, int to) {
        unless(number == null || (from <= number && number <= to), field, "must be between " + from + " and " + to);
    }

    void amount(String field, @Nullable BigDecimal amount, int most) {
        unless(
                amount == null
                        || (amount.signum() > 0
                                && amount.compareTo(BigDecimal.valueOf(most)) <= 0
                                && amount.scale() <= 3),
                field,
                "must be more than 0 and at most " + most + ", with at most 3 decimals");
    }

    List<Fault> all() {
        return List.copyOf(found);
    }
}

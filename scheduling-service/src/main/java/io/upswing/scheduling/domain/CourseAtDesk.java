package io.upswing.scheduling.domain;

import io.upswing.series.CourseFacts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What booking needs of a course. {@code orderedMg}: the dose last ordered in mg, null where none is. */
public record CourseAtDesk(
        CourseFacts facts,
        String route,
        ChairTime chairTime,
        @Nullable BigDecimal orderedMg) {
    Stay stayFor(@Nullable BigDecimal doseMg, Durations site) {
        return chairTime.at(site).forDose(doseMg == null ? orderedMg : doseMg);
    }

    /** The parts of a session as the site holds it now. */
    public Parts partsFor(@Nullable BigDecimal doseMg, Durations site) {
        return chairTime.at(site).partsFor(doseMg == null ? orderedMg : doseMg);
    }
}

package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.ZONE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.ShiftRemoved;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SiteDeciderTest {
    private static final ShiftAdded WEEKLY = new ShiftAdded(
            SITE, id(1), "rn-1", "Noor", "MONITOR", List.of(duty(MONDAY, "08:00", "16:00"), nextWeek()), 3);

    @Test
    void nobody_is_on_duty_twice_at_once_in_one_role() {
        refused(shift("rn-1", "MONITOR", duty(MONDAY, "15:55", "20:00")), WEEKLY);
        refused(shift("rn-1", "MONITOR", duty(MONDAY.plusDays(1), "08:00", "16:00"), nextWeek()), WEEKLY);
    }

    @Test
    void one_shift_may_follow_the_other_and_another_person_or_role_has_its_own() {
        added(shift("rn-1", "MONITOR", duty(MONDAY, "16:00", "20:00")), WEEKLY);
        added(shift("rn-2", "MONITOR", duty(MONDAY, "08:00", "16:00")), WEEKLY);
        added(shift("rn-1", "PRESCRIBER", duty(MONDAY, "08:00", "16:00")), WEEKLY);
    }

    @Test
    void what_was_called_off_is_in_nobodys_way() {
        var gone = new ShiftRemoved(SITE, id(1), nextWeek().from());

        added(shift("rn-1", "MONITOR", nextWeek()), WEEKLY, gone);
        refused(shift("rn-1", "MONITOR", duty(MONDAY, "08:00", "16:00")), WEEKLY, gone);
        added(
                shift("rn-1", "MONITOR", duty(MONDAY, "08:00", "16:00")),
                WEEKLY,
                gone,
                new ShiftRemoved(SITE, id(1), null));
    }

    private static void added(ShiftAdded shift, SchedulingEvent... before) {
        assertThat(SiteDecider.decide(shift, history(before))).contains(shift);
    }

    private static void refused(ShiftAdded shift, SchedulingEvent... before) {
        var refused = catchThrowableOfType(Refused.class, () -> SiteDecider.decide(shift, history(before)));
        assertThat(refused).isNotNull();
        assertThat(refused.refusal()).isEqualTo(Refusal.SHIFT_OVERLAPS);
    }

    private static List<SchedulingEvent> history(SchedulingEvent... events) {
        var opened = new SiteOpened(SITE, "Harbor", ZONE.getId(), List.of(), true);
        return Stream.concat(Stream.of(opened), Stream.of(events)).toList();
    }

    private static ShiftAdded shift(String staffId, String role, Duty... duties) {
        return new ShiftAdded(SITE, id(2), staffId, "Noor", role, List.of(duties), role.equals("MONITOR") ? 3 : null);
    }

    private static Duty nextWeek() {
        return duty(MONDAY.plusDays(7), "08:00", "16:00");
    }

    private static Duty duty(LocalDate date, String from, String to) {
        return new Duty(at(date, from), at(date, to));
    }
}

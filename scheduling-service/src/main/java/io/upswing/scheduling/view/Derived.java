package io.upswing.scheduling.view;

import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.series.DueItem;
import io.upswing.series.Standing;
import java.util.List;

/** A course and its standing on a date at its site. {@code erased}: nobody can be called or written to any more. */
record Derived(Course course, String timeZone, Standing standing, boolean erased) {

    /** What is due; of an erased patient only what others must see to. */
    List<DueItem> items() {
        return erased
                ? standing.dueItems().stream()
                        .filter(item -> item.audience() != DueItem.Audience.PATIENT)
                        .toList()
                : standing.dueItems();
    }

    CareDueRecord toRecord() {
        return new CareDueRecord(
                course.id(),
                standing.patientId(),
                course.clinic(),
                course.siteId(),
                timeZone,
                standing.asOf(),
                standing.changesOn(),
                standing.state().name(),
                items().stream().map(Derived::item).toList());
    }

    private static CareDueRecord.Item item(DueItem due) {
        return new CareDueRecord.Item(
                due.kind().name(),
                due.audience().name(),
                due.subject(),
                due.from(),
                due.on(),
                due.overdueAfter(),
                due.appointmentId(),
                Boolean.TRUE.equals(due.bookedOutsideWindow()),
                due.provisional());
    }
}

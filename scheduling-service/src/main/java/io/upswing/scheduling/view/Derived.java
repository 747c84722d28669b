package io.upswing.scheduling.view;

import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.series.DueItem;
import io.upswing.series.Standing;

/** A course and its standing on a date at its site. */
record Derived(Course course, String timeZone, Standing standing) {

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
                standing.dueItems().stream().map(Derived::item).toList());
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

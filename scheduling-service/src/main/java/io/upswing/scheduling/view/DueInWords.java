package io.upswing.scheduling.view;

import io.upswing.series.DueItem;

/** A due item as a sentence: what, by whom, when, and how it stands. */
final class DueInWords {
    private DueInWords() {}

    static String of(DueItem item) {
        return what(item) + who(item) + ", " + when(item) + ": it is " + state(item.state()) + booked(item) + ".";
    }

    private static String what(DueItem item) {
        return switch (item.kind()) {
            case SESSION -> "The next session";
            case MAINTENANCE -> "The next maintenance session";
            case GATE -> "The decision at the " + item.subject() + " gate";
            case CHECK_IN -> "The check-in after the last session";
            case MEASURE -> "The score before the booked session";
            case REASSESSMENT -> "The score after the last change of the interval";
            case REMS_FORM -> "The monitoring form of a session";
            case SAFETY -> "A safety task";
            case LAPSE_DECISION -> "The decision how to go on after a lapse";
        };
    }

    private static String who(DueItem item) {
        return switch (item.audience()) {
            case PATIENT -> " is due for the patient";
            case PRESCRIBER -> " is due for the prescriber";
            case NURSE -> " is due for a nurse";
        };
    }

    private static String when(DueItem item) {
        var from = item.from().equals(item.on()) ? "" : "from " + item.from() + ", ";
        var overdue = item.on().equals(item.overdueAfter()) ? "" : ", overdue after " + item.overdueAfter();
        return from + "on " + item.on() + overdue;
    }

    private static String state(DueItem.State state) {
        return switch (state) {
            case UPCOMING -> "not open yet";
            case PENDING -> "open";
            case DUE -> "past its date";
            case OVERDUE -> "overdue";
        };
    }

    private static String booked(DueItem item) {
        if (item.kind() == DueItem.Kind.MEASURE) {
            return "";
        }
        if (item.appointmentId() == null) {
            return item.provisional() ? ", and may be booked but not given before the decision" : "";
        }
        return Boolean.TRUE.equals(item.bookedOutsideWindow()) ? ", and booked outside its window" : ", and booked";
    }
}

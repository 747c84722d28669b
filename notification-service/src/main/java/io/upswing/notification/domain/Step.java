package io.upswing.notification.domain;

import java.time.LocalTime;

/** One message about a matter: so many days after an anchor (before it when negative), at an hour of the patient's own. */
public record Step(String name, Anchor anchor, int days, LocalTime at, String template, int templateVersion) {

    String inWords() {
        var from = switch (anchor) {
            case START -> "the appointment";
            case FROM -> "the day from which it is due";
            case ON -> "the day on which it is due";
            case OVERDUE_AFTER -> "the last day on which it is due";
        };
        var when = days == 0 ? "on " : Math.abs(days) + (Math.abs(days) == 1 ? " day " : " days ");
        return when + (days == 0 ? "" : days < 0 ? "before " : "after ") + from + " at " + at;
    }
}

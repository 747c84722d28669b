package io.upswing.deploy.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The dates of one course. The clinic is closed on Sundays: what falls on one was done the day before. */
record Calendar(LocalDate today, ZoneId zone, LocalDate day1) {

    static Calendar of(Story story, LocalDate today, ZoneId zone) {
        var day1 = today.plusDays(story.day1());
        // Three times a week works only Monday, Wednesday and Friday
        return "acute-3x".equals(story.plan().pattern())
                ? new Calendar(today, zone, day1.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                : new Calendar(today, zone, day1);
    }

    /** A week before day 1; in time for the enrolment, which takes until the next day, to have happened. */
    LocalDate prescribedOn() {
        var yesterday = today.minusDays(1);
        return day1.minusDays(7).isAfter(yesterday) ? yesterday : day1.minusDays(7);
    }

    LocalDate date(int day) {
        return day1.plusDays(day);
    }

    LocalDate sessionDate(int day) {
        return open(date(day));
    }

    static LocalDate open(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.minusDays(1) : date;
    }

    /** As the API takes instants. */
    String at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant().toString();
    }
}

package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Why no plan comes further than one does: every date that the next session could have had, with what spoke against it. */
final class DeadEnd {
    private final SeriesSearch search;
    private final Path path;
    private final SiteDays days;
    private final Preference preference;
    private final LocalDate last;
    private final List<Failed> failed = new ArrayList<>();

    private DeadEnd(SeriesSearch search, SiteDays days, Preference preference, LocalDate last) {
        this.search = search;
        this.path = search.furthest();
        this.days = days;
        this.preference = preference;
        this.last = last;
    }

    /** That a date is not one of the preferred ones is no reason. {@code last}: the last date that can be booked. */
    static List<Failed> of(SeriesSearch search, SiteDays days, Preference preference, LocalDate last) {
        var end = new DeadEnd(search, days, preference, last);
        var date = search.earliestAfter(search.furthest());
        while (end.concerns(date)) {
            date = date.plusDays(1);
        }
        return end.failed;
    }

    private boolean concerns(LocalDate date) {
        var window = search.window(path, date);
        if (window == null || date.isAfter(last)) {
            failed.add(new Failed(date, window == null ? Refusal.NO_WINDOW : Refusal.TOO_FAR_AHEAD));
            return false;
        }
        var aim = search.from(path, window);
        if (aim.holds(date) && preference.wants(date)) {
            judge(date);
        }
        return date.isBefore(aim.latest());
    }

    private void judge(LocalDate date) {
        if (search.hasRoom(path, date)) {
            days.obstacle(date, preference).ifPresent(why -> failed.add(new Failed(date, why)));
        } else {
            failed.add(new Failed(date, Refusal.SPACING));
        }
    }
}

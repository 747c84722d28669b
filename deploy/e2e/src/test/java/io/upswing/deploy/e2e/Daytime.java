package io.upswing.deploy.e2e;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/** A time zone in which patients may be written to right now: somewhere it is always between 11:00 and 20:00. */
record Daytime(ZoneId zone, LocalDate today) {

    static Daytime somewhere() {
        var now = Clock.systemUTC().instant();
        var zone = Stream.of("America/New_York", "Pacific/Auckland", "Asia/Tokyo", "Europe/Berlin", "Pacific/Honolulu")
                .map(ZoneId::of)
                .filter(each -> isDay(LocalTime.ofInstant(now, each)))
                .findFirst()
                .orElseThrow();
        return new Daytime(zone, LocalDate.ofInstant(now, zone));
    }

    private static boolean isDay(LocalTime time) {
        return !time.isBefore(LocalTime.of(11, 0)) && time.isBefore(LocalTime.of(20, 0));
    }
}

package io.upswing.deploy.local.demo;

import static io.upswing.deploy.local.demo.Story.EIGHT;
import static io.upswing.deploy.local.demo.Story.SIX;

import io.upswing.deploy.local.demo.Story.Booking;
import java.util.List;
import java.util.stream.Stream;

/** Patients on the European label, in an acute episode, with infusions and with injections. */
final class OtherStories {
    private OtherStories() {}

    static List<Story> all() {
        return Stream.of(european(), acute(), infusions(), injections())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Story> european() {
        return List.of(
                story("Fiona Gallagher", "1992-02-02", Plan.NASAL_EU, -10).given(0, 3, 7),
                // Lives abroad most of the year and is reminded in his own time zone
                Story.of(Person.of("Stellan Bergqvist", "1957-05-14").in("Europe/London"), Plan.NASAL_EU_OLD, -45)
                        .given(EIGHT)
                        .continued(25)
                        .given(31, 38),
                story("Ottilie Brandt", "1989-08-16", Plan.NASAL_EU, -24).given(0, 3, 7, 10, 14));
    }

    private static List<Story> acute() {
        return List.of(
                story("Jamal Whitaker", "1999-03-09", Plan.NASAL_ACUTE, -5)
                        .given(0, 3)
                        .booked(Booking.CONFIRMED),
                story("Rosalind Chen", "1985-06-27", Plan.NASAL_ACUTE, -26).given(EIGHT),
                story("Viktor Petrenko", "1978-10-13", Plan.NASAL_ACUTE, -34)
                        .given(EIGHT)
                        .decided(27, "COMPLETE", null),
                story("Amara Nwosu", "1994-09-05", Plan.NASAL_ACUTE, -22)
                        .given(0, 3, 7)
                        .decided(9, "STOP", null));
    }

    private static List<Story> infusions() {
        return List.of(
                story("Gwendolyn Hughes", "1970-04-18", Plan.INFUSION, -11)
                        .given(0, 3, 7, 10)
                        .booked(Booking.SERIES),
                story("Patrick Dunleavy", "1965-01-25", Plan.INFUSION, -19).given(SIX),
                story("Miriam Goldfarb", "1981-11-11", Plan.INFUSION_3X, -5).given(0, 2, 4, 7, 9),
                // Teaches overseas this term
                Story.of(Person.of("Caleb Nakamura", "1987-02-08").in("Pacific/Auckland"), Plan.INFUSION_3X, -11)
                        .given(0, 2, 4, 7, 9, 11),
                story("Chidi Eze", "1996-07-07", Plan.INFUSION_WEEKLY, -9)
                        .given(0)
                        .booked(Booking.SERIES),
                story("Lorenzo Bianchi", "1960-10-02", Plan.INFUSION_WEEKLY, -24)
                        .given(0, 7, 14),
                story("Astrid Nyholm", "1974-12-12", Plan.INFUSION, -70)
                        .given(SIX)
                        .continued(18, 21)
                        .given(38, 59)
                        .booked(Booking.CONFIRMED),
                story("Bartholomew Quist", "1967-09-09", Plan.INFUSION, -52)
                        .given(SIX)
                        .continued(18, 14)
                        .given(32),
                story("Delphine Aubert", "1984-05-31", Plan.INFUSION, -84)
                        .given(SIX)
                        .continued(18, 42)
                        .given(59),
                story("Ruben Salazar", "1976-03-15", Plan.INFUSION, -80)
                        .given(SIX)
                        .continued(18, 21)
                        .given(38));
    }

    private static List<Story> injections() {
        return List.of(
                story("Tamsin Ellery", "1998-01-01", Plan.INJECTION, -9)
                        .given(0, 4, 8)
                        .booked(Booking.SERIES),
                story("Joaquin Reyes", "1972-06-06", Plan.INJECTION, -60)
                        .given(SIX)
                        .continued(19, 14)
                        .given(31, 45, 59)
                        .booked(Booking.CONFIRMED),
                story("Hollis Grant", "1964-08-29", Plan.INJECTION, -28).given(SIX),
                Story.of(Person.of("Saoirse Daly", "1990-04-23").withoutEmail(), Plan.INJECTION, -62)
                        .given(SIX)
                        .continued(18, 28)
                        .given(45)
                        .paused(50, "Expecting a child"));
    }

    private static Story story(String name, String birthDate, Plan plan, int day1) {
        return Story.of(Person.of(name, birthDate), plan, day1);
    }
}

package io.upswing.deploy.local.demo;

import static io.upswing.deploy.local.demo.Story.EIGHT;

import io.upswing.deploy.local.demo.Story.Booking;
import java.util.List;

/** Patients who take esketamine by the label for resistant depression, in the United States. */
final class NasalStories {
    private NasalStories() {}

    static List<Story> all() {
        return List.of(
                // Induction
                us("Marisol Ibarra", "1984-04-11", 0).inTheChair(0),
                us("Desmond Achterberg", "1971-09-30", -8).given(0, 3).live(7).booked(Booking.CONFIRMED),
                us("Priya Raghunathan", "1993-01-17", -13).given(0, 3, 7, 10),
                us("Tobias Lindqvist", "1966-12-05", -16).given(0, 3, 7, 10),
                us("Yolanda Freeman", "1979-07-22", -22).given(0, 3, 7, 10),
                us("Kwame Boateng", "1988-03-02", -47).given(0, 3, 7, 10, 14),
                us("Danielle Mbeki", "1990-10-28", -23).given(0, 3, 7, 10).paused(13, "Knee surgery"),
                us("Oscar Whitcomb", "1958-05-19", -25)
                        .given(0, 3)
                        .paused(6, "Influenza")
                        .resumed(16)
                        .given(17, 20)
                        .live(24)
                        .booked(Booking.SERIES),
                us("Celeste Fontaine", "1982-08-08", -20).given(0, 3, 7).closed(12, "Moved to another state"),
                low("Wilhelmina Park", "1975-02-14", -9).given(0, 3).then(new Step.GivenInPart(7, 28)),
                low("Solomon Adeyemi", "1969-11-23", -12)
                        .given(0, 3, 7)
                        .then(new Step.CountedInPart(10, 28))
                        .booked(Booking.SERIES),
                us("Ezekiel Thornton", "1997-06-03", -15)
                        .given(0, 7, 10)
                        .then(new Step.Given(3, "Entered late, from paper"))
                        .then(new Step.MovedTo(10, 11, "Wrong day typed"))
                        .booked(Booking.MOVED),
                us("Annika Ferreira", "1986-01-29", -11)
                        .given(0, 3, 7)
                        .given(10)
                        .then(new Step.Voided(10, "Entered for the wrong patient"))
                        .booked(Booking.CANCELLED),
                us("Lucia Moretti", "1991-12-19", 4).booked(Booking.CONFIRMED),
                us("Hyun-woo Seo", "1980-05-06", -13),
                // The benefit gate
                us("Ingrid Solheim", "1963-03-27", -26).given(EIGHT),
                us("Mateo Villanueva", "1987-09-12", -31).given(EIGHT),
                us("Harriet Okonkwo", "1954-11-02", -36)
                        .given(EIGHT)
                        .decided(26, "EXTEND", 14)
                        .given(28, 31, 35)
                        .booked(Booking.BOOKED),
                us("Gideon Marsh", "1973-08-25", -35).given(EIGHT).decided(26, "COMPLETE", null),
                // Weekly, then individualised
                us("Leonard Castellano", "1961-04-04", -42)
                        .given(EIGHT)
                        .continued(25)
                        .given(31, 38)
                        .booked(Booking.CONFIRMED),
                us("Noor Haddad", "1995-10-10", -47).given(EIGHT).continued(25).given(31, 38),
                weekly("Rupert Kingsley", "1968-07-01", -54),
                weekly("Samuel Whitehorse", "1977-01-08", -70)
                        .interval(53, 7)
                        .given(59, 66)
                        .booked(Booking.BOOKED),
                weekly("Beatrix Van Doren", "1959-06-21", -82)
                        .interval(53, 14)
                        .given(66, 80)
                        .booked(Booking.CONFIRMED),
                weekly("Aiko Tanabe", "1983-12-30", -84).interval(53, 28).given(80));
    }

    private static Story us(String name, String birthDate, int day1) {
        return Story.of(Person.of(name, birthDate), Plan.NASAL_US, day1);
    }

    private static Story low(String name, String birthDate, int day1) {
        return Story.of(Person.of(name, birthDate), Plan.NASAL_US_LOW, day1);
    }

    private static Story weekly(String name, String birthDate, int day1) {
        return us(name, birthDate, day1).given(EIGHT).continued(25).given(31, 38, 45, 52);
    }
}

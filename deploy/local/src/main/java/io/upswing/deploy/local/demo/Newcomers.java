package io.upswing.deploy.local.demo;

import io.upswing.deploy.local.demo.Story.Booking;
import java.util.List;
import java.util.stream.IntStream;

/** A month's demand at Hillside: patients who begin esketamine in the next weeks, and get all eight sessions at once. */
final class Newcomers {
    private static final int BEGIN_WITHIN_DAYS = 21;

    private static final List<Person> PEOPLE = List.of(
            Person.of("Adela Prieto", "1989-02-17"),
            Person.of("Bastian Keller", "1974-06-08"),
            Person.of("Cordelia Hale", "1992-11-30"),
            Person.of("Dmitri Volkov", "1968-03-21"),
            Person.of("Esperanza Luna", "1981-09-14"),
            Person.of("Farouk Nasser", "1977-12-02"),
            Person.of("Greta Holmqvist", "1995-05-25"),
            Person.of("Horatio Banks", "1959-08-19"),
            Person.of("Imani Clarke", "1986-01-07"),
            Person.of("Jonas Eklund", "1971-10-11"),
            Person.of("Kalinda Rao", "1998-04-03"),
            Person.of("Lionel Abbott", "1963-07-29"),
            Person.of("Magda Wisniewski", "1984-12-16"),
            Person.of("Nestor Galindo", "1979-02-26"),
            Person.of("Odette Marchand", "1990-06-13"),
            Person.of("Pascal Renaud", "1966-09-05"),
            Person.of("Quentin Ashby", "1987-03-18"),
            Person.of("Ramona Silva", "1993-08-22"),
            Person.of("Sigrid Thorsen", "1956-11-09"),
            Person.of("Tariq Jamison", "1982-05-31"));

    private Newcomers() {}

    static List<Story> all() {
        return IntStream.range(0, PEOPLE.size()).mapToObj(Newcomers::story).toList();
    }

    private static Story story(int number) {
        var begins = 1 + number * BEGIN_WITHIN_DAYS / PEOPLE.size();
        return Story.of(PEOPLE.get(number), Plan.NASAL_US, begins).booked(Booking.SERIES);
    }
}

package io.upswing.deploy.local.demo;

import io.upswing.deploy.local.demo.Story.Booking;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The whole demo: the sites, every story, a few of them at once, and then the bookings, one after the other. */
final class Scene {
    private static final int AT_ONCE = 8;

    private final Staff staff;
    private final LocalDate today;
    private final List<Told> told = new ArrayList<>();
    private final List<List<LocalDate>> series = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private double seconds;

    Scene(Staff staff, Instant now) {
        this.staff = staff;
        this.today = LocalDate.ofInstant(now, ZoneId.of(Site.ZONE));
    }

    void play() {
        var began = System.nanoTime();
        var run = "demo/" + today;
        var riverside = Site.riverside(staff, run);
        var hillside = Site.hillside(staff, run, today);
        var stories = Stream.concat(NasalStories.all().stream(), OtherStories.all().stream());
        var known = fewAtOnce(stories.map(story -> play(story, riverside, run)).toList());
        var newcomers = fewAtOnce(Newcomers.all().stream()
                .map(story -> play(story, hillside, run))
                .toList());
        told.addAll(known);
        told.addAll(newcomers);
        bookNext(known, new Diary(staff, riverside, today, run));
        bookSeries(known, riverside, run);
        bookSeries(newcomers, hillside, run);
        told.forEach(each -> attempt(each.story(), () -> release(each, run)));
        seconds = (System.nanoTime() - began) / 1e9;
    }

    private void bookNext(List<Told> some, Diary diary) {
        some.stream()
                .filter(each ->
                        each.story().booking() != Booking.NONE && each.story().booking() != Booking.SERIES)
                .forEach(each -> attempt(each.story(), () -> diary.book(each)));
    }

    private void bookSeries(List<Told> some, Site site, String run) {
        var desk = new SeriesDesk(staff, today, run);
        some.stream()
                .filter(each -> each.story().booking() == Booking.SERIES)
                .forEach(each -> attempt(each.story(), () -> series.add(desk.book(each, site))));
    }

    /** None when something was refused that should not be. */
    private Callable<List<Told>> play(Story story, Site site, String run) {
        var play = new Play(story, staff, site.id(), Calendar.of(story, today, ZoneId.of(Site.ZONE)), run);
        return () -> {
            var result = new ArrayList<Told>(1);
            attempt(story, () -> result.add(play.tell()));
            return result;
        };
    }

    private static List<Told> fewAtOnce(List<Callable<List<Told>>> plays) {
        try (var executor =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var all = new ArrayList<Told>();
            for (var future : executor.invokeAll(plays)) {
                all.addAll(future.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Contact comes last, so that nobody is written to about a past that is still being entered. */
    private void release(Told each, String run) {
        var person = each.story().person();
        var key = run + "/" + person.name() + "/contact";
        var consentedAt =
                today.minusWeeks(13).atStartOfDay(ZoneId.of(Site.ZONE)).toInstant();
        person.contact(consentedAt.toString())
                .ifPresent(body -> staff.patch("front-desk", "/patients/" + each.patientId(), body, key));
    }

    private void attempt(Story story, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            failures.add(story.person().name() + ": " + e.getMessage());
        }
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    /** The dates of each series that was booked at once. */
    List<List<LocalDate>> series() {
        return List.copyOf(series);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    double seconds() {
        return seconds;
    }
}

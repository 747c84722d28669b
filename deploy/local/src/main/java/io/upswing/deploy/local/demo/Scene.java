package io.upswing.deploy.local.demo;

import io.upswing.deploy.local.demo.Story.Booking;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The whole demo: the site, every story, a few of them at once, and then the bookings, one after the other. */
final class Scene {
    private static final int AT_ONCE = 8;

    private final Staff staff;
    private final LocalDate today;
    private final List<Told> told = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private double seconds;

    Scene(Staff staff, Instant now) {
        this.staff = staff;
        this.today = LocalDate.ofInstant(now, ZoneId.of(Site.ZONE));
    }

    void play() {
        var began = System.nanoTime();
        var run = "demo/" + today;
        var site = Site.open(staff, run);
        var plays = Stream.concat(NasalStories.all().stream(), OtherStories.all().stream())
                .map(story -> new Play(story, staff, site.id(), Calendar.of(story, today, ZoneId.of(Site.ZONE)), run))
                .toList();
        fewAtOnce(plays).forEach(this::collect);
        var diary = new Diary(staff, site, today, run);
        told.stream()
                .filter(each -> each.story().booking() != Booking.NONE)
                .forEach(each -> attempt(each, () -> diary.book(each)));
        told.forEach(each -> attempt(each, () -> release(each, run)));
        seconds = (System.nanoTime() - began) / 1e9;
    }

    private static List<Future<Told>> fewAtOnce(List<Play> plays) {
        try (var executor =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return executor.invokeAll(
                    plays.stream().<Callable<Told>>map(play -> play::tell).toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void collect(Future<Told> future) {
        try {
            told.add(future.get());
        } catch (ExecutionException e) {
            failures.add(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    private void attempt(Told each, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            failures.add(each.story().person().name() + ": " + e);
        }
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    double seconds() {
        return seconds;
    }
}

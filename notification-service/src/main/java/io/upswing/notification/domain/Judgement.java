package io.upswing.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to be done about each step of a matter: sent and when, or not and why. */
final class Judgement {
    private final Known known;
    private final Policies policies;
    private final Instant now;
    private final Map<String, List<Dispatch>> logged;

    Judgement(Known known, Policies policies, Instant now) {
        this.known = known;
        this.policies = policies;
        this.now = now;
        this.logged = known.dispatches().values().stream().collect(Collectors.groupingBy(Dispatch::about));
    }

    /**
     * @param dues of one matter, in the order in which they are due
     * @param toldByNews what is due before is told by a message about a change
     */
    List<Verdict> of(List<Due> dues, Instant toldByNews) {
        var hindered = new ArrayList<@Nullable Verdict>();
        dues.forEach(due -> hindered.add(hindrance(due, toldByNews)));
        return IntStream.range(0, dues.size())
                .mapToObj(i -> {
                    var hindrance = hindered.get(i);
                    return hindrance == null ? verdict(dues.get(i), live(dues, hindered, i + 1)) : hindrance;
                })
                .toList();
    }

    /** A step that goes to nobody takes nobody's place. */
    private static List<Due> live(List<Due> dues, List<@Nullable Verdict> hindered, int from) {
        return IntStream.range(from, dues.size())
                .filter(i -> hindered.get(i) == null || dues.get(i).isTold())
                .mapToObj(dues::get)
                .toList();
    }

    /** What keeps a step from being sent whatever the hour. */
    private @Nullable Verdict hindrance(Due due, Instant toldByNews) {
        var route = route(due);
        var at = inHours(due, due.at());
        var moot = moot(due, toldByNews);
        if (moot != null) {
            return Verdict.cancelled(moot, route.first(), at);
        }
        var obstacle = route.obstacle(due.at().isBefore(now) ? now : due.at());
        if (obstacle != null) {
            return Verdict.held(obstacle.suppression(), obstacle.why(), route.first(), at);
        }
        var begins = due.matter().begins();
        return begins != null && due.at().isBefore(begins) && !at.isBefore(begins)
                ? Verdict.held(Suppression.QUIET_HOURS, atNight(due), route.first(), at)
                : null;
    }

    private Route route(Due due) {
        return new Route(due.about().kind(), due.step(), policies, due.told());
    }

    private static String atNight(Due due) {
        return "Due at " + due.at().atZone(due.zone()).toLocalTime() + " of "
                + due.person().inWords() + "'s time, when nobody is written to, and afterwards it is of no use.";
    }

    private @Nullable String moot(Due due, Instant toldByNews) {
        var closed = due.matter().closed();
        if (closed != null) {
            return closed;
        }
        if (known.isErasedFor(due.step())) {
            return "The patient's identity was erased.";
        }
        if (due.step().stop() == Stop.CONFIRMED && due.matter() instanceof Matter.Slot slot && slot.confirmed()) {
            return "The patient has said that they come.";
        }
        return due.at().isBefore(toldByNews) ? "A message of its own tells of the new time." : null;
    }

    private Verdict verdict(Due due, List<Due> later) {
        var route = route(due);
        var next = route.next(due.refusedOn());
        var channel = next == null ? route.first() : next;
        if (later.stream().anyMatch(other -> !other.at().isAfter(due.at()))) {
            return Verdict.cancelled(
                    "The next reminder of the same is due at the same time.", channel, inHours(due, due.at()));
        }
        var expired =
                next == null ? "There is no other way to reach " + due.person().inWords() + "." : expiry(due, later);
        if (expired != null) {
            return Verdict.expired(expired, channel, inHours(due, due.at()));
        }
        var at = sendAt(due);
        var begins = due.matter().begins();
        return begins != null && !at.isBefore(begins)
                ? Verdict.held(Suppression.QUIET_HOURS, "In the morning it is of no use any more.", channel, at)
                : Verdict.planned(due.person().forWhom() + planned(due), channel, at);
    }

    /** Why it is of no use any more; null while it is. */
    private @Nullable String expiry(Due due, List<Due> later) {
        var begins = due.matter().begins();
        if (begins != null && !now.isBefore(begins)) {
            return due.matter() instanceof Matter.Offer ? "The offer had ended." : "The appointment had begun.";
        }
        if (later.stream().anyMatch(other -> !other.at().isAfter(now))) {
            return "A later reminder of the same takes its place.";
        }
        if (due.step().audience().isStaff()) {
            return null; // what is to be done stays to be done
        }
        if (others(due).anyMatch(other -> toldSince(other, due.at()))) {
            return "The patient was told of the same after this was due.";
        }
        if (now.isAfter(due.at().plus(policies.usefulFor()))) {
            return "It was more than " + policies.usefulFor().toDays() + " days late.";
        }
        return isCatchUp(due) && due.matter().movable() && others(due).anyMatch(Judgement::caughtUp)
                ? "One late reminder of the same was sent before."
                : null;
    }

    private Stream<Dispatch> others(Due due) {
        return logged.getOrDefault(due.about().key(), List.of()).stream()
                .filter(other -> !other.reminderId().equals(due.id()));
    }

    /** What is tried again is as late as it was at first. */
    private boolean isCatchUp(Due due) {
        var dispatch = due.dispatch();
        return dispatch != null && due.isDeferred() ? dispatch.catchUp() : isLate(due.at(), policies, now);
    }

    private static boolean caughtUp(Dispatch other) {
        return other.catchUp() && other.told();
    }

    private static boolean toldSince(Dispatch other, Instant due) {
        var started = other.startedAt();
        return other.told() && started != null && !started.isBefore(due);
    }

    /** Whether sending it now would be catching up. */
    static boolean isLate(Instant dueAt, Policies policies, Instant now) {
        return now.isAfter(dueAt.plus(policies.onTime()));
    }

    private String planned(Due due) {
        var dispatch = due.dispatch();
        if (dispatch == null) {
            return "Planned by the policy: " + due.step().inWords() + ".";
        }
        return switch (dispatch.state()) {
            case DEFERRED -> "Not handed over yet: " + dispatch.reason();
            case REJECTED, BOUNCED -> "By " + dispatch.channel().inWords() + " it reached nobody: " + dispatch.reason();
            case STARTED, ACCEPTED, UNKNOWN, DELIVERED, SUPPRESSED, EXPIRED ->
                "Planned by the policy: " + due.step().inWords() + ".";
        };
    }

    private Instant inHours(Due due, Instant at) {
        return due.step().audience().isStaff() ? at : policies.hours().next(at, due.zone());
    }

    private Instant sendAt(Due due) {
        var dispatch = due.dispatch();
        var notBefore = dispatch == null ? null : dispatch.notBefore();
        var at = inHours(due, notBefore == null || notBefore.isBefore(due.at()) ? due.at() : notBefore);
        return at.isAfter(now) || inHours(due, now).equals(now) ? at : inHours(due, now);
    }
}

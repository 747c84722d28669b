package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Policies that differ from the defaults in what a test is about. */
final class PolicyFixture {
    private PolicyFixture() {}

    static Policies using(Channel... channels) {
        return of(Policies.DEFAULTS, Set.of(channels), Policies.DEFAULTS.caps());
    }

    static Policies capped(int perDay, int perWeek) {
        return of(Policies.DEFAULTS, Policies.DEFAULTS.channels(), new Caps(perDay, perWeek));
    }

    /** Of that kind these steps, and of the others what the defaults have. */
    static Policies with(Policies policies, Kind about, Step... steps) {
        var all = new ArrayList<Policy>();
        for (var policy : policies.policies()) {
            all.add(policy.about() == about ? new Policy(about, List.of(steps), policy.answerWithin()) : policy);
        }
        return new Policies(
                all, policies.channels(), policies.hours(), policies.caps(), policies.usefulFor(), policies.onTime());
    }

    /** Nothing is told but this. */
    static Policies only(Policy policy) {
        var like = Policies.DEFAULTS;
        return new Policies(
                List.of(policy), like.channels(), like.hours(), like.caps(), like.usefulFor(), like.onTime());
    }

    static Step before(String name, Duration before, Channel... channels) {
        return new Step(
                name,
                new Offset.Span(Anchor.START, before.negated()),
                Audience.PATIENT,
                List.of(channels),
                "appointment",
                1,
                Stop.CLOSED);
    }

    private static Policies of(Policies policies, Set<Channel> channels, Caps caps) {
        return new Policies(
                policies.policies(), channels, policies.hours(), caps, policies.usefulFor(), policies.onTime());
    }

    static @Nullable Step step(Policies policies, Kind about, String name) {
        return policies.step(about, name).orElse(null);
    }
}

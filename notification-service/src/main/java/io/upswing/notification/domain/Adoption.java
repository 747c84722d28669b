package io.upswing.notification.domain;

import io.upswing.notification.events.NotificationEvent.AdoptedPolicy;
import io.upswing.notification.events.NotificationEvent.AdoptedStep;
import io.upswing.notification.events.NotificationEvent.PoliciesAdopted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Policies as the log has them, and back. */
public final class Adoption {
    private Adoption() {}

    /** The stream of a clinic's policies. */
    public static UUID streamOf(String clinic) {
        return UUID.nameUUIDFromBytes(("policies\n" + clinic).getBytes(StandardCharsets.UTF_8));
    }

    public static PoliciesAdopted event(String clinic, Policies policies) {
        return new PoliciesAdopted(
                streamOf(clinic),
                policies.channels().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Channel::name)
                        .toList(),
                policies.hours().opens(),
                policies.hours().closes(),
                policies.caps().perDay(),
                policies.caps().perWeek(),
                Math.toIntExact(policies.usefulFor().toHours()),
                policies.policies().stream().map(Adoption::event).toList());
    }

    private static AdoptedPolicy event(Policy policy) {
        var within = policy.answerWithin();
        return new AdoptedPolicy(
                policy.about().name(),
                policy.steps().stream().map(Adoption::event).toList(),
                within == null ? null : Math.toIntExact(within.toHours()));
    }

    private static AdoptedStep event(Step step) {
        var day = step.offset() instanceof Offset.Day given ? given : null;
        var span = step.offset() instanceof Offset.Span given ? given : null;
        return new AdoptedStep(
                step.name(),
                step.offset().anchor().name(),
                day == null ? null : (Integer) day.days(),
                day == null ? null : day.at(),
                span == null ? null : (Integer) Math.toIntExact(span.after().toMinutes()),
                step.audience().name(),
                step.channels().stream().map(Channel::name).toList(),
                step.template(),
                step.templateVersion(),
                step.stop().name());
    }

    public static Policies policies(PoliciesAdopted event) {
        return new Policies(
                event.policies().stream().map(Adoption::policy).toList(),
                event.channels().stream().map(Channel::valueOf).collect(Collectors.toSet()),
                new SendingHours(event.opens(), event.closes()),
                new Caps(event.perDay(), event.perWeek()),
                Duration.ofHours(event.usefulForHours()),
                Policies.DEFAULTS.onTime());
    }

    private static Policy policy(AdoptedPolicy policy) {
        return new Policy(
                About.Kind.valueOf(policy.about()),
                policy.steps().stream().map(Adoption::step).toList(),
                hours(policy.answerWithinHours()));
    }

    private static @Nullable Duration hours(@Nullable Integer hours) {
        return hours == null ? null : Duration.ofHours(hours);
    }

    private static Step step(AdoptedStep step) {
        return new Step(
                step.name(),
                offset(step),
                Audience.valueOf(step.audience()),
                channels(step.channels()),
                step.template(),
                step.templateVersion(),
                Stop.valueOf(step.stop()));
    }

    private static Offset offset(AdoptedStep step) {
        var anchor = Anchor.valueOf(step.anchor());
        var minutes = step.minutes();
        return minutes == null
                ? new Offset.Day(anchor, Objects.requireNonNull(step.days()), Objects.requireNonNull(step.at()))
                : new Offset.Span(anchor, Duration.ofMinutes(minutes));
    }

    private static List<Channel> channels(List<String> names) {
        return names.stream().map(Channel::valueOf).toList();
    }
}

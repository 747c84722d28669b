package io.upswing.notification.api;

import io.upswing.http.BadInput;
import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Anchor;
import io.upswing.notification.domain.Audience;
import io.upswing.notification.domain.Caps;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Offset;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Policy;
import io.upswing.notification.domain.SendingHours;
import io.upswing.notification.domain.Step;
import io.upswing.notification.domain.Stop;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clinic's policies as clients give and get them. Times of day are the patient's own, of staff their site's.
 *
 * @param channels those the clinic uses; a step that has none of them is none
 * @param usefulFor how long after its time a message is still worth sending: ISO 8601, whole hours
 */
record PoliciesBody(
        @NotNull @Size(max = 3) List<@NotNull Channel> channels,
        @NotNull @Valid Hours sendingHours,
        @NotNull @Valid CapsBody caps,
        @NotNull Duration usefulFor,
        @NotNull @Size(max = 20) List<@NotNull @Valid PolicyBody> policies) {

    record Hours(@NotNull LocalTime opens, @NotNull LocalTime closes) {}

    /** How many messages a patient gets at most. */
    record CapsBody(@NotNull Integer perDay, @NotNull Integer perWeek) {}

    /** {@code answerWithin}: how long after its last step the matter may stay open before a person is asked; null: none is. */
    record PolicyBody(
            About.@NotNull Kind about,
            @NotNull @Size(max = 20) List<@NotNull @Valid StepBody> steps,
            @Nullable Duration answerWithin) {

        static PolicyBody of(Policy policy) {
            return new PolicyBody(
                    policy.about(), policy.steps().stream().map(StepBody::of).toList(), policy.answerWithin());
        }

        Policy policy(String field) {
            var read = new ArrayList<Step>();
            for (int i = 0; i < steps.size(); i++) {
                read.add(steps.get(i).step(field + ".steps." + i));
            }
            return new Policy(about, read, answerWithin);
        }
    }

    /** Either {@code days} after the anchor's date {@code at} an hour, or {@code minutes} after its moment; negative: before. */
    record StepBody(
            @NotBlank @Size(max = 40) String name,
            @NotNull Anchor anchor,
            @Nullable Integer days,
            @Nullable LocalTime at,
            @Nullable Integer minutes,
            @NotNull Audience audience,
            @NotNull @Size(max = 4) List<@NotNull Channel> channels,
            @NotBlank @Size(max = 40) String template,
            @NotNull Integer templateVersion,
            @Nullable Stop stop) {

        static StepBody of(Step step) {
            var day = step.offset() instanceof Offset.Day given ? given : null;
            var span = step.offset() instanceof Offset.Span given ? given : null;
            return new StepBody(
                    step.name(),
                    step.offset().anchor(),
                    day == null ? null : (Integer) day.days(),
                    day == null ? null : day.at(),
                    span == null ? null : (Integer) Math.toIntExact(span.after().toMinutes()),
                    step.audience(),
                    step.channels(),
                    step.template(),
                    step.templateVersion(),
                    step.stop());
        }

        Step step(String field) {
            return new Step(
                    name,
                    offset(field),
                    audience,
                    channels,
                    template,
                    templateVersion,
                    stop == null ? Stop.CLOSED : stop);
        }

        private Offset offset(String field) {
            if (days != null && at != null && minutes == null) {
                return new Offset.Day(anchor, days, at);
            }
            if (minutes != null && days == null && at == null) {
                return new Offset.Span(anchor, Duration.ofMinutes(minutes));
            }
            throw new BadInput(field, "must have days and at, or minutes");
        }
    }

    static PoliciesBody of(Policies policies) {
        return new PoliciesBody(
                policies.channels().stream().sorted().toList(),
                new Hours(policies.hours().opens(), policies.hours().closes()),
                new CapsBody(policies.caps().perDay(), policies.caps().perWeek()),
                policies.usefulFor(),
                policies.policies().stream().map(PolicyBody::of).toList());
    }

    Policies policiesIn() {
        var read = new ArrayList<Policy>();
        for (int i = 0; i < policies.size(); i++) {
            read.add(policies.get(i).policy("policies." + i));
        }
        return new Policies(
                read,
                Set.copyOf(channels),
                new SendingHours(sendingHours.opens(), sendingHours.closes()),
                new Caps(caps.perDay(), caps.perWeek()),
                usefulFor,
                Policies.DEFAULTS.onTime());
    }
}

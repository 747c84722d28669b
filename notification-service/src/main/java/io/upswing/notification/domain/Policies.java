package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is told what when, in one clinic.
 *
 * @param channels those the clinic uses; a step that has none of them is none
 * @param usefulFor how long after its time a message is still worth sending
 * @param onTime later than this after its time a message counts as late, and of late ones an item has one at most
 */
public record Policies(
        List<Policy> policies,
        Set<Channel> channels,
        SendingHours hours,
        Caps caps,
        Duration usefulFor,
        Duration onTime) {

    /** What every clinic begins with. */
    public static final Policies DEFAULTS = DefaultPolicies.ALL;

    public Policies {
        policies = List.copyOf(policies);
        channels = Set.copyOf(channels);
    }

    /** The last message of a kind of matter that wants an answer; unanswered when it was due by then. */
    public record Last(Kind about, String step, Instant dueBy) {}

    public List<Last> last(Instant now) {
        var last = new ArrayList<Last>();
        for (var policy : policies) {
            var steps = stepsOf(policy.about());
            if (policy.answerWithin() != null && !steps.isEmpty()) {
                last.add(new Last(policy.about(), steps.getLast().name(), now.minus(policy.answerWithin())));
            }
        }
        return last;
    }

    /** In the order in which they are due. */
    List<Step> stepsOf(Kind about) {
        for (var policy : policies) {
            if (policy.about() == about) {
                return policy.steps().stream().filter(this::isUsed).toList();
            }
        }
        return List.of();
    }

    /** Staff are always told on their worklist. */
    boolean uses(Channel channel) {
        return channel == Channel.WORKLIST || channels.contains(channel);
    }

    private boolean isUsed(Step step) {
        return step.channels().stream().anyMatch(this::uses);
    }

    Optional<Step> step(Kind about, String name) {
        return stepsOf(about).stream().filter(step -> step.name().equals(name)).findFirst();
    }

    /** The rule behind a reminder in words. */
    public String inWords(Kind about, String step) {
        return step(about, step).map(Step::inWords).orElse("a step that is no longer in the policy");
    }
}

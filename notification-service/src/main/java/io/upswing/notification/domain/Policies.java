package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is told what when.
 *
 * @param usefulFor how long after its time a message is still worth sending
 * @param onTime later than this after its time a message counts as late, and of late ones an item has one at most
 */
public record Policies(
        List<Policy> policies, Channel channel, SendingHours hours, Duration usefulFor, Duration onTime) {

    /** What is used to tell a patient. */
    public enum Channel {
        EMAIL
    }

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private static final List<Step> UNTIL_BOOKED = List.of(
            new Step("due-from", Anchor.FROM, 0, TEN, "visit-due", 1),
            new Step("due-on", Anchor.ON, 0, TEN, "visit-due-now", 1),
            new Step("overdue", Anchor.OVERDUE_AFTER, 1, TEN, "visit-overdue", 1));

    /** What every clinic begins with. */
    public static final Policies DEFAULTS = new Policies(
            List.of(
                    new Policy(
                            Kind.APPOINTMENT,
                            List.of(
                                    new Step("3-days-before", Anchor.START, -3, NINE, "appointment", 1),
                                    new Step("1-day-before", Anchor.START, -1, NINE, "appointment", 1)),
                            null),
                    new Policy(Kind.SESSION, UNTIL_BOOKED, Duration.ZERO),
                    new Policy(Kind.MAINTENANCE, UNTIL_BOOKED, Duration.ZERO),
                    new Policy(
                            Kind.CHECK_IN,
                            List.of(new Step("day-after", Anchor.ON, 0, TEN, "check-in", 1)),
                            Duration.ofDays(3))), // overdue two days after it is due
            Channel.EMAIL,
            new SendingHours(LocalTime.of(8, 0), LocalTime.of(21, 0)),
            Duration.ofDays(3),
            Duration.ofMinutes(10));

    public Policies {
        policies = List.copyOf(policies);
    }

    /** The last message of a kind of matter that wants an answer; unanswered when it was due by then. */
    public record Last(Kind about, String step, Instant dueBy) {}

    public List<Last> last(Instant now) {
        var last = new ArrayList<Last>();
        for (var policy : policies) {
            if (policy.answerWithin() != null) {
                last.add(new Last(policy.about(), policy.steps().getLast().name(), now.minus(policy.answerWithin())));
            }
        }
        return last;
    }

    List<Step> stepsOf(Kind about) {
        for (var policy : policies) {
            if (policy.about() == about) {
                return policy.steps();
            }
        }
        return List.of();
    }

    /** The rule behind a reminder in words. */
    public String inWords(Kind about, String step) {
        return stepsOf(about).stream()
                .filter(each -> each.name().equals(step))
                .findFirst()
                .map(Step::inWords)
                .orElse("a step that is no longer in the policy");
    }
}

package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import java.time.Duration;
import java.time.LocalTime;
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
                                    new Step("1-day-before", Anchor.START, -1, NINE, "appointment", 1))),
                    new Policy(Kind.SESSION, UNTIL_BOOKED),
                    new Policy(Kind.MAINTENANCE, UNTIL_BOOKED),
                    new Policy(Kind.CHECK_IN, List.of(new Step("day-after", Anchor.ON, 0, TEN, "check-in", 1)))),
            Channel.EMAIL,
            new SendingHours(LocalTime.of(8, 0), LocalTime.of(21, 0)),
            Duration.ofDays(3),
            Duration.ofMinutes(10));

    public Policies {
        policies = List.copyOf(policies);
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

package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether policies make sense, before a clinic adopts them. */
public final class PolicyCheck {

    /** Something that makes none; {@code field}: where, as clients name it. */
    public record Fault(String field, String message) {}

    private static final LocalTime EARLIEST = LocalTime.of(8, 0);
    private static final LocalTime LATEST = LocalTime.of(21, 0);
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 40;
    private static final int MOST_DAYS = 60;
    private static final int MOST_STEPS = 20;
    private static final int MOST_MESSAGES = 100;
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Policies policies;
    private final Set<Channel> available;
    private final Texts texts;
    private final List<Fault> faults = new ArrayList<>();

    private PolicyCheck(Policies policies, Set<Channel> available, Texts texts) {
        this.policies = policies;
        this.available = available;
        this.texts = texts;
    }

    /** @param available what this system can send by */
    public static List<Fault> of(Policies policies, Set<Channel> available, Texts texts) {
        var check = new PolicyCheck(policies, available, texts);
        check.frame();
        var kinds = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < policies.policies().size(); i++) {
            var policy = policies.policies().get(i);
            var field = "policies." + i;
            check.require(kinds.add(policy.about()), field + ".about", "must not be there twice");
            check.policy(policy, field);
        }
        return check.faults;
    }

    private void frame() {
        var hours = policies.hours();
        require(
                !hours.opens().isBefore(EARLIEST)
                        && !hours.closes().isAfter(LATEST)
                        && hours.opens().isBefore(hours.closes()),
                "sendingHours",
                "must lie between " + EARLIEST + " and " + LATEST);
        var caps = policies.caps();
        require(
                caps.perDay() >= 1 && caps.perDay() <= caps.perWeek() && caps.perWeek() <= MOST_MESSAGES,
                "caps",
                "must be 1 a day at least, no more a day than a week, and " + MOST_MESSAGES + " a week at most");
        require(isHours(policies.usefulFor()) && !policies.usefulFor().isZero(), "usefulFor", "must be whole hours");
        require(!policies.channels().contains(Channel.WORKLIST), "channels", "must not name the worklist");
        require(
                available.containsAll(policies.channels()),
                "channels",
                "must be of those that this system can send by: " + available);
    }

    private void policy(Policy policy, String field) {
        var within = policy.answerWithin();
        require(within == null || isHours(within), field + ".answerWithin", "must be whole hours");
        require(
                !policy.steps().isEmpty() && policy.steps().size() <= MOST_STEPS,
                field + ".steps",
                "must be 1 to " + MOST_STEPS);
        var names = new HashSet<String>();
        for (int i = 0; i < policy.steps().size(); i++) {
            var step = policy.steps().get(i);
            var at = field + ".steps." + i;
            require(names.add(step.name()), at + ".name", "must not be there twice");
            step(policy.about(), step, at);
        }
    }

    private void step(Kind about, Step step, String field) {
        require(
                step.name().length() <= LONGEST_NAME
                        && NAME.matcher(step.name()).matches(),
                field + ".name",
                "must be lower-case words with hyphens");
        require(anchors(about, step.offset()).contains(step.offset().anchor()), field + ".anchor", "does not fit");
        require(isNear(step.offset()), field, "must be within " + MOST_DAYS + " days of its anchor");
        require(
                step.stop() == Stop.CLOSED || about == Kind.APPOINTMENT,
                field + ".stop",
                "only an appointment is confirmed");
        channels(step, field + ".channels");
        require(
                step.audience().isStaff() || texts.has(step.template(), step.templateVersion()),
                field + ".template",
                "there is no such text");
    }

    private void channels(Step step, String field) {
        var channels = step.channels();
        require(
                !channels.isEmpty() && EnumSet.copyOf(channels).size() == channels.size(),
                field,
                "must be one at least, and none twice");
        require(
                !step.audience().isStaff() || channels.equals(List.of(Channel.WORKLIST)),
                field,
                "staff are told on the worklist");
    }

    private static Set<Anchor> anchors(Kind about, Offset offset) {
        return switch (offset) {
            case Offset.Day day ->
                about.isDueItem() ? EnumSet.of(Anchor.FROM, Anchor.ON, Anchor.OVERDUE_AFTER) : EnumSet.of(Anchor.START);
            case Offset.Span span -> spans(about);
        };
    }

    private static Set<Anchor> spans(Kind about) {
        if (about.isDueItem()) {
            return EnumSet.noneOf(Anchor.class); // its dates have no hour
        }
        return about == Kind.APPOINTMENT ? EnumSet.of(Anchor.START) : EnumSet.of(Anchor.START, Anchor.HAPPENED);
    }

    private static boolean isNear(Offset offset) {
        return switch (offset) {
            case Offset.Day day -> Math.abs((long) day.days()) <= MOST_DAYS;
            case Offset.Span span -> span.after().abs().compareTo(Duration.ofDays(MOST_DAYS)) <= 0;
        };
    }

    private static boolean isHours(Duration duration) {
        return !duration.isNegative()
                && duration.compareTo(LONGEST) <= 0
                && duration.equals(Duration.ofHours(duration.toHours()));
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}

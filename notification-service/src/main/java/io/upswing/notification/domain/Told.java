package io.upswing.notification.domain;

import io.upswing.notification.domain.Reminder.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reminder as the log has it, which no plan changes any more. */
final class Told {
    private Told() {}

    static Reminder reminder(
            Dispatch dispatch, String clinic, Policies policies, boolean open, @Nullable Instant until) {
        var about = About.of(dispatch.about());
        var template = dispatch.template();
        var step = policies.step(about.kind(), dispatch.step()); // it may be gone from the policy
        return new Reminder(
                dispatch.reminderId(),
                dispatch.patientId(),
                clinic,
                about,
                dispatch.step(),
                step.map(Step::audience).orElse(about.kind().audience()),
                dispatch.channel(),
                template == null
                        ? step.map(Step::template).orElse("")
                        : template, // what was not sent has none in the log
                template == null ? step.map(Step::templateVersion).orElse(0) : dispatch.templateVersion(),
                dispatch.dueAt(),
                dispatch.dueAt(),
                state(dispatch),
                null,
                dispatch.person().forWhom() + why(dispatch),
                open,
                until,
                true,
                Math.max(1, dispatch.attempt()));
    }

    private static State state(Dispatch dispatch) {
        return switch (dispatch.state()) {
            case STARTED -> State.STARTED;
            case ACCEPTED -> State.SENT;
            case DELIVERED -> State.DELIVERED;
            case REJECTED, BOUNCED -> State.FAILED;
            case DEFERRED, SUPPRESSED -> State.CANCELLED; // while its matter is pending the plan says what it is
            case UNKNOWN -> State.UNKNOWN;
            case EXPIRED -> State.EXPIRED;
        };
    }

    private static String why(Dispatch dispatch) {
        var reason = dispatch.reason() == null ? "" : dispatch.reason();
        return switch (dispatch.state()) {
            case STARTED -> "It is being handed to the provider.";
            case ACCEPTED -> "The provider has taken it.";
            case DELIVERED -> "The provider says that " + dispatch.person().inWords() + " has it.";
            case REJECTED -> "The provider refused it: " + reason;
            case BOUNCED -> "It came back: " + reason;
            case DEFERRED, SUPPRESSED -> "What it was about is no longer pending.";
            case UNKNOWN -> "Perhaps sent: " + reason;
            case EXPIRED -> reason;
        };
    }
}

package io.upswing.notification.domain;

import io.upswing.notification.domain.Reminder.State;

/** A reminder as the log has it, which no plan changes any more. */
final class Told {
    private Told() {}

    static Reminder reminder(Dispatch dispatch, String clinic, Policies policies, boolean open) {
        var about = About.of(dispatch.about());
        var template = dispatch.template();
        var step = step(about, dispatch, policies);
        return new Reminder(
                dispatch.reminderId(),
                dispatch.patientId(),
                clinic,
                about,
                dispatch.step(),
                dispatch.channel(),
                template == null ? step.template() : template,
                template == null ? step.templateVersion() : dispatch.templateVersion(),
                dispatch.dueAt(),
                dispatch.dueAt(),
                state(dispatch),
                why(dispatch),
                open,
                true,
                Math.max(1, dispatch.attempt()));
    }

    /** What expired has no template in the log; the step may be gone from the policy. */
    private static Step step(About about, Dispatch dispatch, Policies policies) {
        return policies.stepsOf(about.kind()).stream()
                .filter(step -> step.name().equals(dispatch.step()))
                .findFirst()
                .orElse(new Step(dispatch.step(), Anchor.ON, 0, policies.hours().opens(), "", 0));
    }

    private static State state(Dispatch dispatch) {
        return switch (dispatch.state()) {
            case STARTED -> State.STARTED;
            case ACCEPTED -> State.SENT;
            case REJECTED -> State.FAILED;
            case DEFERRED -> State.CANCELLED; // while its matter is pending the plan says PLANNED
            case UNKNOWN -> State.UNKNOWN;
            case EXPIRED -> State.EXPIRED;
        };
    }

    private static String why(Dispatch dispatch) {
        var reason = dispatch.reason() == null ? "" : dispatch.reason();
        return switch (dispatch.state()) {
            case STARTED -> "It is being handed to the provider.";
            case ACCEPTED -> "The provider has taken it.";
            case REJECTED -> "The provider refused it: " + reason;
            case DEFERRED -> "What it was about is no longer pending.";
            case UNKNOWN -> "Perhaps sent: " + reason;
            case EXPIRED -> reason;
        };
    }
}

package io.upswing.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a message invites its patient to do by a link. The log keeps this; the link itself is made when the text is written,
 * so that nobody who reads the log has leave to act for a patient.
 *
 * @param subject an appointment, a course or an offer
 * @param until when it can be done
 */
public record Invitation(Act act, UUID subject, Instant until) {
    private static final String ACT = "act";
    private static final String SUBJECT = "subject";
    private static final String UNTIL = "until";

    /** For what has no end of its own. */
    private static final Duration OPEN = Duration.ofDays(14);

    /** The names are in the log: fixed for ever. */
    public enum Act {
        /** See, confirm, move or cancel an appointment. */
        APPOINTMENT,
        BOOK,
        QUESTIONNAIRE,
        /** Take a time that is kept for the patient, or say no to it. */
        OFFER
    }

    /** What there is to do about a matter, if anything, by a message that is written now. */
    static Optional<Invitation> to(Matter matter, Instant now) {
        return switch (matter) {
            case Matter.Slot slot -> Optional.of(new Invitation(Act.APPOINTMENT, slot.appointmentId(), slot.start()));
            case Matter.Change change ->
                change.about().kind() == About.Kind.CALLED_OFF
                        ? Optional.empty()
                        : Optional.of(
                                new Invitation(Act.APPOINTMENT, change.about().appointmentId(), change.start()));
            case Matter.Pending pending -> toDo(pending.about(), now);
            // longer than the time is kept: who comes too late is told so, and who took it sees that they have it
            case Matter.Offer offer ->
                Optional.of(new Invitation(Act.OFFER, offer.about().holdId(), offer.start()));
        };
    }

    private static Optional<Invitation> toDo(About.ADueItem item, Instant now) {
        return switch (item.kind()) {
            case SESSION, MAINTENANCE -> Optional.of(new Invitation(Act.BOOK, item.courseId(), now.plus(OPEN)));
            case MEASURE -> Optional.of(new Invitation(Act.QUESTIONNAIRE, item.courseId(), now.plus(OPEN)));
            case APPOINTMENT,
                    CHECK_IN,
                    REASSESSMENT,
                    GATE,
                    REMS_FORM,
                    LAPSE_DECISION,
                    SAFETY,
                    OFFER,
                    CHANGED,
                    CALLED_OFF,
                    DELAYED -> Optional.empty();
        };
    }

    /** As parameters of a message. */
    Map<String, String> parameters() {
        return Map.of(ACT, act.name(), SUBJECT, subject.toString(), UNTIL, until.toString());
    }

    /** That of a message's parameters. */
    public static Optional<Invitation> of(Map<String, String> parameters) {
        var act = parameters.get(ACT);
        return act == null
                ? Optional.empty()
                : Optional.of(new Invitation(
                        Act.valueOf(act),
                        UUID.fromString(parameters.getOrDefault(SUBJECT, "")),
                        Instant.parse(parameters.getOrDefault(UNTIL, ""))));
    }
}

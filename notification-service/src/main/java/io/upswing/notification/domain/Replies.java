package io.upswing.notification.domain;

import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What follows from the answers of a patient. */
public final class Replies {
    private Replies() {}

    /** An event and when it was recorded. */
    public record Past(NotificationEvent event, Instant at) {}

    /** The same message of the provider is the same event, however often it brings it. */
    public static UUID idOf(String clinic, String providerId, UUID patientId) {
        var name = String.join("\n", "reply", clinic, providerId, patientId.toString());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** @param sayers whose telephone it came from */
    public static ReplyReceived received(
            UUID replyId, UUID patientId, Set<Person> sayers, String providerId, Reply meaning, List<Past> history) {
        var reminder = answered(history, sayers).map(Dispatch::reminderId).orElse(null);
        return new ReplyReceived(
                replyId, patientId, Channel.SMS.name(), providerId, meaning.name(), reminder, Person.saidBy(sayers));
    }

    /** The message that an answer is to: the last one by which they were told, or perhaps were. */
    public static Optional<Dispatch> answered(List<Past> history, Set<Person> sayers) {
        var dispatches = new HashMap<UUID, Dispatch>();
        for (var past : history) {
            if (past.event() instanceof OfReminder event) {
                dispatches.compute(event.reminderId(), (id, before) -> Dispatch.after(before, event, past.at()));
            }
        }
        return dispatches.values().stream()
                .filter(dispatch ->
                        dispatch.channel() == Channel.SMS && dispatch.told() && sayers.contains(dispatch.person()))
                .max(Comparator.comparing(dispatch -> Objects.requireNonNull(dispatch.startedAt())));
    }

    /** Whether an answer is answered: that nothing more comes is said once, and not again until they wanted more. */
    public static boolean isAcknowledged(Reply meaning, Set<Person> sayers, List<NotificationEvent> before) {
        return switch (meaning) {
            case STOP, CANCEL -> !sayers.stream().allMatch(sayer -> isStopped(sayer, before));
            case START, HELP -> true;
            case YES, NO, TEXT -> false;
        };
    }

    /** What a person is asked after an answer, if anything; WorklistRows says the same. */
    static Optional<Worklist.Kind> asked(ReplyReceived reply, List<NotificationEvent> history) {
        return switch (Reply.valueOf(reply.meaning())) {
            case STOP -> Optional.of(Worklist.Kind.STOPPED);
            case CANCEL -> Optional.of(Worklist.Kind.MEANT_APPOINTMENT);
            case NO -> Optional.of(Worklist.Kind.WONT_COME);
            case TEXT -> Optional.of(Worklist.Kind.READ_REPLY);
            // the calendar is told that they come; a yes to anything else only a person can make something of
            case YES -> isToAppointment(reply, history) ? Optional.empty() : Optional.of(Worklist.Kind.READ_REPLY);
            case START, HELP -> Optional.empty();
        };
    }

    private static boolean isToAppointment(ReplyReceived reply, List<NotificationEvent> history) {
        return history.stream()
                .anyMatch(event -> event instanceof DispatchStarted started
                        && started.reminderId().equals(reply.reminderId())
                        && About.of(started.about()) instanceof About.AnAppointment);
    }

    private static boolean isStopped(Person sayer, List<NotificationEvent> history) {
        var stopped = false;
        for (var event : history) {
            if (event instanceof ReplyReceived reply
                    && reply.channel().equals(Channel.SMS.name())
                    && Person.of(reply.saidBy()).contains(sayer)) {
                var meaning = Reply.valueOf(reply.meaning());
                stopped = meaning.revokes() || stopped && meaning != Reply.START;
            }
        }
        return stopped;
    }
}

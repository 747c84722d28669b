package io.upswing.notification.command;

import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Invitations;
import io.upswing.notification.domain.Matter;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Parameters;
import io.upswing.notification.domain.Person;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Text;
import io.upswing.notification.domain.Texts;
import io.upswing.notification.view.MadePlans;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what a patient will read, or who acts for them. */
@Singleton
class Letters {
    private final Texts texts;
    private final Invitations invitations;
    private final InstantSource clock;

    Letters(Texts texts, Invitations invitations, InstantSource clock) {
        this.texts = texts;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** What is written under a letter. */
    private interface Footer {
        String of(Reminder reminder, Map<String, String> parameters, Instant now);
    }

    /** For its reader. Empty when there is nothing pending to write about, or nobody to write to. */
    Optional<Letter> write(MadePlans.Current current) {
        return write(
                current,
                (reminder, parameters, now) ->
                        invitations.under(parameters, reminder.channel(), reminder.id(), reminder.patientId(), now));
    }

    /** As {@link #write(MadePlans.Current)}, for staff who only look: its links do not work. */
    Optional<Letter> sample(MadePlans.Current current) {
        return write(current, (reminder, parameters, now) -> invitations.masked(parameters, reminder.channel()));
    }

    private Optional<Letter> write(MadePlans.Current current, Footer footer) {
        if (current.reminder().channel() == Channel.WORKLIST) {
            return Optional.of(toStaff(current.reminder()));
        }
        return current.recipient()
                .flatMap(recipient -> current.matter().flatMap(matter -> write(current, matter, recipient, footer)));
    }

    private Optional<Letter> write(MadePlans.Current current, Matter matter, Recipient recipient, Footer footer) {
        var reminder = current.reminder();
        var address = recipient.address(reminder.channel());
        var needsOne = switch (reminder.channel()) {
            case EMAIL, SMS -> true;
            case WEBHOOK, WORKLIST -> false;
        };
        if (needsOne && address == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        var parameters = Parameters.of(matter, recipient, current.site(), now);
        var text = texts.of(
                reminder.channel(), reminder.template(), reminder.templateVersion(), parameters, recipient.givenName());
        var whole = text.over(footer.of(reminder, parameters, now));
        return Optional.of(new Letter(reminder, parameters, message(reminder, recipient.person(), address, whole)));
    }

    /** What staff find on their worklist has no text, and concerns those too whom nobody knows any more. */
    private static Letter toStaff(Reminder reminder) {
        return new Letter(reminder, Map.of(), message(reminder, Person.PATIENT, null, new Text("", "")));
    }

    private static Message message(Reminder reminder, Person told, @Nullable String to, Text text) {
        return new Message(
                reminder.id(),
                reminder.patientId(),
                reminder.clinic(),
                reminder.attempt(),
                reminder.channel(),
                told,
                to,
                text);
    }
}

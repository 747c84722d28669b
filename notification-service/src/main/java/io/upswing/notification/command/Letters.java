package io.upswing.notification.command;

import io.upswing.notification.domain.Matter;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Parameters;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Texts;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Sites;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes what a patient will read. */
@Singleton
class Letters {
    private final Texts texts;
    private final Sites sites;

    Letters(Texts texts, Sites sites) {
        this.texts = texts;
        this.sites = sites;
    }

    /** Empty when there is nothing pending to write about, or nobody to write to. */
    Optional<Letter> write(Plans.Current current) {
        return current.recipient()
                .flatMap(recipient -> current.matter().flatMap(matter -> write(current.reminder(), matter, recipient)));
    }

    private Optional<Letter> write(Reminder reminder, Matter matter, Recipient recipient) {
        var address = recipient.email();
        if (address == null) {
            return Optional.empty();
        }
        var site = matter instanceof Matter.Slot slot ? sites.name(slot.siteId()) : Optional.<String>empty();
        var parameters = Parameters.of(matter, recipient, site);
        var text = texts.of(reminder.template(), reminder.templateVersion(), parameters, recipient.givenName());
        return Optional.of(new Letter(reminder, parameters, new Message(reminder.id(), address, text)));
    }
}

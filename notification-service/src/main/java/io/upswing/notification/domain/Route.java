package io.upswing.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which channel a step goes to whom: the first that the clinic uses, the reader has and wants, and that has not failed. */
final class Route {

    /** Why there is none. */
    record Obstacle(Suppression suppression, String why) {}

    private final List<Channel> channels;
    private final @Nullable Recipient recipient;
    private final Step step;
    private final Policies policies;
    private final About.Kind about;

    Route(About.Kind about, Step step, Policies policies, @Nullable Recipient recipient) {
        this.about = about;
        this.step = step;
        this.policies = policies;
        this.recipient = recipient;
        var preferred = recipient == null ? null : recipient.preferred();
        var order = new ArrayList<Channel>();
        if (preferred != null && step.channels().contains(preferred)) {
            order.add(preferred);
        }
        step.channels().stream().filter(channel -> channel != preferred).forEach(order::add);
        order.removeIf(channel -> !policies.uses(channel));
        channels = order;
    }

    /** What is shown where it goes by none. */
    Channel first() {
        return channels.getFirst();
    }

    /** The next to try; null when all that are open have failed, or none is. */
    @Nullable
    Channel next(Set<Channel> failed) {
        for (var channel : channels) {
            if (!failed.contains(channel) && isOpen(channel)) {
                return channel;
            }
        }
        return null;
    }

    /** Why nobody can be told by it at all at that time; null when somebody can. */
    @Nullable
    Obstacle obstacle(Instant at) {
        if (step.audience().isStaff() || first() == Channel.WORKLIST) {
            return null;
        }
        if (recipient != null && recipient.isMinor(at)) {
            return new Obstacle(
                    Suppression.MINOR, "The patient is a minor, and it is not known here who acts for them.");
        }
        if (channels.contains(Channel.WORKLIST)) {
            return null;
        }
        if (recipient == null) {
            return new Obstacle(Suppression.UNKNOWN_PATIENT, "It is not known here who the patient is.");
        }
        return next(Set.of()) == null ? obstacle(first(), recipient) : null;
    }

    private Obstacle obstacle(Channel channel, Recipient recipient) {
        var unwanted = recipient.obstacle(channel) == Suppression.NOT_WANTED;
        return new Obstacle(
                isToldElse(recipient)
                        ? Suppression.OTHER_CHANNEL
                        : unwanted ? Suppression.NOT_WANTED : Suppression.NO_ADDRESS,
                unwanted ? wantsNo(channel, recipient) : missing(channel, recipient));
    }

    /** Whether another step tells the patient of the same: what the clinic uses a channel for besides tells them nothing. */
    private boolean isToldElse(Recipient recipient) {
        return policies.stepsOf(about).stream()
                .filter(other -> !other.audience().isStaff())
                .flatMap(other -> other.channels().stream())
                .anyMatch(other -> policies.uses(other) && recipient.obstacle(other) == null);
    }

    private static String wantsNo(Channel channel, Recipient recipient) {
        var who = recipient.person().inWords();
        return Character.toUpperCase(who.charAt(0)) + who.substring(1) + " does not want " + channel.inWords() + ".";
    }

    private static String missing(Channel channel, Recipient recipient) {
        var whose = recipient.person() == Person.PATIENT
                ? ""
                : " of " + recipient.person().inWords();
        return switch (channel) {
            case SMS -> "There is no telephone number" + whose + ".";
            case EMAIL, WEBHOOK, WORKLIST -> "There is no e-mail address" + whose + ".";
        };
    }

    private boolean isOpen(Channel channel) {
        return recipient == null ? channel == Channel.WORKLIST : recipient.obstacle(channel) == null;
    }
}

package io.upswing.notification.command;

import io.quarkus.arc.All;
import io.upswing.notification.domain.Carrier;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Provider;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every message goes to the carrier of its channel; what staff are told needs none: their worklist shows it. */
@Singleton
public class Carriers {
    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);

    Carriers(@All List<Carrier> all) {
        for (var carrier : all) {
            if (carrier.configured() && carriers.put(carrier.channel(), carrier) != null) {
                throw new IllegalStateException("Two carriers of one channel: " + carrier.channel());
            }
        }
    }

    /** What this system can send by. */
    public Set<Channel> channels() {
        return carriers.isEmpty() ? Set.of() : EnumSet.copyOf(carriers.keySet());
    }

    /**
     * How many messages may be handed over by a channel now. What has no carrier is not held up: it is refused, and another
     * channel is tried.
     */
    int room(Channel channel) {
        var carrier = carriers.get(channel);
        return carrier == null ? Integer.MAX_VALUE : carrier.room();
    }

    Provider provider() {
        return this::hand;
    }

    private Handover hand(Message message) {
        if (message.channel() == Channel.WORKLIST) {
            return new Handover.Accepted(message.reminderId().toString());
        }
        var carrier = carriers.get(message.channel());
        return carrier == null
                ? new Handover.Rejected("This system has no provider for this channel.")
                : carrier.hand(message);
    }
}

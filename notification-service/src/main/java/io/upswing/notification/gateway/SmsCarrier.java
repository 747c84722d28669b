package io.upswing.notification.gateway;

import io.upswing.notification.domain.Carrier;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Text messages, where this system has an account with a provider. */
@Singleton
class SmsCarrier implements Carrier {
    private final @Nullable SmsSender sender;

    SmsCarrier(SmsConfig config) {
        sender = config.account().map(account -> new SmsSender(config, account)).orElse(null);
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean configured() {
        return sender != null;
    }

    @Override
    public int room() {
        return sender == null ? 0 : sender.room();
    }

    @Override
    public Handover hand(Message message) {
        return sender == null
                ? new Handover.Rejected("This system has no provider of text messages.")
                : sender.hand(message);
    }
}

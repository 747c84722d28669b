package io.upswing.notification.gateway;

import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.gateway.Wire.Heard;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Hands a text message to the provider, once, and no faster than it takes them. */
final class SmsSender {
    private static final Logger LOG = Logger.getLogger(SmsSender.class);

    /** Where the provider turns us away and does not say for how long. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SmsApi api;
    private final String from;
    private final ReceiptAddress receipts;
    private final Wire wire;
    private final Pace pace;

    SmsSender(SmsConfig config, SmsConfig.Account account) {
        api = new SmsApi(config.provider(), account);
        from = account.from();
        receipts = new ReceiptAddress(account.receipts(), SmsReceipts.NAME);
        wire = new Wire(config.connectTimeout(), config.timeout());
        pace = new Pace(config.perSecond(), System.nanoTime());
    }

    int room() {
        return pace.room(System.nanoTime());
    }

    Handover hand(Message message) {
        var number = MobileNumber.of(Objects.requireNonNullElse(message.to(), ""));
        if (number.isEmpty()) {
            return new Handover.Rejected("The number is not one that takes text messages.");
        }
        if (!pace.turn(System.nanoTime())) {
            return new Handover.NotNow("The provider takes no more for the moment.");
        }
        var handover = verdict(wire.post(api.send(), form(message, number.get())));
        if (!(handover instanceof Handover.Accepted)) {
            LOG.warnf("Not accepted: %s", handover);
        }
        return handover;
    }

    private String form(Message message, String to) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("To", to);
        fields.put("From", from);
        fields.put("Body", message.text().body());
        fields.put("StatusCallback", receipts.of(message));
        return Form.encode(fields);
    }

    private Handover verdict(Heard heard) {
        return switch (heard) {
            case Heard.NothingSent(var why) -> new Handover.NotNow("Not reached: " + why);
            case Heard.NoAnswer(var why) -> new Handover.Unknown("No answer after sending: " + why);
            case Heard.Answer answer -> {
                if (answer.turnedAway()) {
                    var asked = answer.retryAfter();
                    pace.hold(System.nanoTime(), asked.isZero() ? PAUSE : asked);
                }
                yield SmsVerdict.of(answer);
            }
        };
    }
}

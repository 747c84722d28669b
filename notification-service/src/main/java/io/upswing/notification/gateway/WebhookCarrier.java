package io.upswing.notification.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.notification.domain.Carrier;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Person;
import io.upswing.notification.gateway.Wire.Heard;
import jakarta.inject.Singleton;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Hands a message to the system of its clinic, once: a signed POST that a system which got it twice can tell. */
@Singleton
class WebhookCarrier implements Carrier {
    private static final Logger LOG = Logger.getLogger(WebhookCarrier.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookConfig config;
    private final InstantSource clock;
    private final @Nullable Wire wire;

    WebhookCarrier(WebhookConfig config, InstantSource clock) {
        this.config = config;
        this.clock = clock;
        wire = config.clinics().isEmpty() ? null : new Wire(config.connectTimeout(), config.timeout());
    }

    /**
     * What is posted; whom it is for the clinic's system knows by our id of the patient. {@code told}: REPRESENTATIVE where it
     * is for who acts for the patient, and not for the patient; else left out.
     */
    record Posted(
            UUID reminderId,
            int attempt,
            String clinic,
            UUID patientId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String told,

            String subject,
            String text) {}

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean configured() {
        return wire != null;
    }

    @Override
    public Handover hand(Message message) {
        var target = config.clinics().get(message.clinic());
        if (target == null || wire == null) {
            return new Handover.Rejected("The clinic has no system that takes messages.");
        }
        var key = key(message.reminderId(), message.attempt());
        var body = body(message);
        var request = HttpRequest.newBuilder(target.url())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header(WebhookSignature.HEADER, WebhookSignature.of(target.secret(), clock.instant(), body));
        var handover = verdict(wire.post(request, body), key);
        if (!(handover instanceof Handover.Accepted)) {
            LOG.warnf("Not accepted: %s", handover);
        }
        return handover;
    }

    /** What a message is known by there and, once it is taken, here. */
    static String key(UUID reminderId, int attempt) {
        return reminderId + "-" + attempt;
    }

    private static String body(Message message) {
        try {
            return JSON.writeValueAsString(new Posted(
                    message.reminderId(),
                    message.attempt(),
                    message.clinic(),
                    message.patientId(),
                    Person.saidBy(EnumSet.of(message.told())),
                    message.text().subject(),
                    message.text().body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Handover verdict(Heard heard, String key) {
        return switch (heard) {
            case Heard.NothingSent(var why) -> new Handover.NotNow("Not reached: " + why);
            case Heard.NoAnswer(var why) -> new Handover.Unknown("No answer after sending: " + why);
            case Heard.Answer answer -> verdict(answer, key);
        };
    }

    private static Handover verdict(Heard.Answer answer, String key) {
        var said = "HTTP " + answer.status();
        if (answer.turnedAway()) {
            return new Handover.NotNow(said);
        }
        return switch (answer.status() / 100) {
            case 2 -> new Handover.Accepted(key);
            case 4 -> new Handover.Rejected(said);
            default -> new Handover.Unknown(said);
        };
    }
}

package io.upswing.notification.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Reading;
import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.ReceiptReader;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinic's own system says became of a message, signed as our calls to it are. */
@Singleton
class WebhookReceipts implements ReceiptReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookConfig config;

    WebhookReceipts(WebhookConfig config) {
        this.config = config;
    }

    /** What became of it. */
    enum State {
        DELIVERED,
        FAILED
    }

    /** The ids as they were posted. */
    record Said(
            @Nullable UUID reminderId,
            int attempt,
            @Nullable String clinic,
            @Nullable UUID patientId,
            @Nullable State state) {}

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public boolean configured() {
        return !config.clinics().isEmpty();
    }

    @Override
    public String signatureHeader() {
        return WebhookSignature.HEADER;
    }

    @Override
    public Reading read(String query, String signature, String body) {
        return said(body)
                .map(said -> read(said, signature, body))
                .orElseGet(() -> new Reading.Senseless("is not {reminderId, attempt, clinic, patientId, state}"));
    }

    /** Each clinic has a secret of its own, so that none can speak for another. */
    private Reading read(Said said, String signature, String body) {
        var target = config.clinics().get(said.clinic() == null ? "" : said.clinic());
        if (target == null || !WebhookSignature.isRight(target.secret(), signature, body)) {
            return new Reading.Forged();
        }
        if (said.reminderId() == null || said.patientId() == null || said.clinic() == null || said.state() == null) {
            return new Reading.Senseless("must name reminderId, attempt, clinic, patientId and state");
        }
        var claim = new Claim(said.reminderId(), said.patientId(), said.clinic(), said.attempt(), Instant.EPOCH);
        var key = WebhookCarrier.key(said.reminderId(), said.attempt());
        return new Reading.Told(
                claim,
                switch (said.state()) {
                    case DELIVERED -> new Receipt.Delivered(key);
                    case FAILED -> new Receipt.Bounced(key, "The clinic's system could not deliver it.");
                });
    }

    private static Optional<Said> said(String body) {
        try {
            return Optional.ofNullable(JSON.readValue(body, Said.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}

package io.upswing.notification.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.gateway.Wire.Heard;
import java.util.Set;

/**
 * What an answer of the provider says for certain. Its words stay out of the log, for they hold telephone numbers: the
 * numbers of its errors (https://www.twilio.com/docs/api/errors) say the same.
 */
final class SmsVerdict {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int UNSUBSCRIBED = 21610;

    /**
     * Faults of our account, our number or our settings, and full queues: not a word about the patient's number, and with
     * the fault mended the message goes.
     */
    private static final Set<Integer> OURS =
            Set.of(20003, 20005, 20006, 20404, 20429, 21212, 21603, 21606, 21609, 21611, 21659, 21660, 30001, 30002);

    private SmsVerdict() {}

    static Handover of(Heard.Answer answer) {
        var status = answer.status();
        var said = json(answer.body());
        if (answer.turnedAway()) {
            return new Handover.NotNow("HTTP " + status);
        }
        if (status >= 200 && status < 300) {
            return accepted(said.path("sid").asText());
        }
        var error = said.path("code").asInt();
        return status >= 400 && status < 500 && error > 0 ? refused(error) : new Handover.Unknown("HTTP " + status);
    }

    static boolean isMessageId(String text) {
        return text.matches("[A-Za-z0-9]{1,64}");
    }

    private static Handover accepted(String messageId) {
        return isMessageId(messageId)
                ? new Handover.Accepted(messageId)
                : new Handover.Unknown("An answer without a message's id");
    }

    private static Handover refused(int error) {
        if (OURS.contains(error)) {
            return new Handover.NotNow("Error " + error);
        }
        return error == UNSUBSCRIBED
                ? new Handover.Unwanted("Error " + error + ": unsubscribed at the provider")
                : new Handover.Rejected("Error " + error);
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}

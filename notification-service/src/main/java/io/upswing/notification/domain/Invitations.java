package io.upswing.notification.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Writes what stands under a message: what can be done about it, and where. */
public interface Invitations {

    /**
     * With links that work: for the patient's eyes alone.
     *
     * @param parameters the message's, as the log has them
     * @param writtenAt when the message is written
     * @return empty for a message that invites to nothing
     */
    String under(Map<String, String> parameters, Channel channel, UUID reminderId, UUID patientId, Instant writtenAt);

    /** The same for those who look after what was sent: what would let them act for the patient is left out. */
    String masked(Map<String, String> parameters, Channel channel);
}

package io.upswing.notification.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as a provider gets it. The reminder's id and the attempt are what it is known by there too, so that a receipt
 * can name them.
 *
 * @param told who is to read it: the clinic's own system has to know
 * @param to null where the channel needs no address: the clinic's own system
 */
public record Message(
        UUID reminderId,
        UUID patientId,
        String clinic,
        int attempt,
        Channel channel,
        Person told,
        @Nullable String to,
        Text text) {}

package io.upswing.deploy.embedded;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message that the provider took.
 *
 * @param statusCallback where its sender wants to hear what becomes of it
 * @param at when it was taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextMessage(
        String sid,
        String to,
        String from,
        String body,
        @Nullable String statusCallback,
        Instant at) {}

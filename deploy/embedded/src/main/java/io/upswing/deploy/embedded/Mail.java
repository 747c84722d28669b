package io.upswing.deploy.embedded;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message as one recipient got it: {@code messageId} is its sender's name for it, {@code at} when it was accepted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mail(
        String to,
        String from,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String messageId,
        Instant at) {}

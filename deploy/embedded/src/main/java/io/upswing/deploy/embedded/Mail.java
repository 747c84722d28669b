package io.upswing.deploy.embedded;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One message as one recipient got it; {@code at} is when it was accepted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mail(
        String to,
        String from,
        String subject,
        String text,
        @Nullable String html,
        Instant at) {}

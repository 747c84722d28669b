package io.upswing.notification.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.notification.domain.ProviderBook;
import io.upswing.notification.domain.ProviderRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of messages at the provider of text messages. */
@Singleton
class SmsBook implements ProviderBook {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A list that does not end is none. */
    private static final int MOST_PAGES = 2_000;

    private final @Nullable SmsApi api;
    private final SmsConfig config;

    SmsBook(SmsConfig config) {
        this.config = config;
        api = config.account()
                .map(account -> new SmsApi(config.provider(), account))
                .orElse(null);
    }

    @Override
    public boolean configured() {
        return api != null;
    }

    @Override
    public List<ProviderRecord> of(LocalDate day) throws IOException {
        return api == null ? List.of() : of(api, day);
    }

    private List<ProviderRecord> of(SmsApi provider, LocalDate day) throws IOException {
        var wire = new Wire(config.connectTimeout(), config.timeout()); // once a day: not worth a connection kept
        var records = new ArrayList<ProviderRecord>();
        var page = JSON.readTree(wire.get(provider.list(day)));
        for (int pages = 1; pages < MOST_PAGES; pages++) {
            for (var message : page.path("messages")) {
                records.add(record(message));
            }
            if (!page.path("next_page_uri").isTextual()) {
                return records;
            }
            page = JSON.readTree(
                    wire.get(provider.list(page.path("next_page_uri").asText())));
        }
        throw new IOException("A list without an end");
    }

    private static ProviderRecord record(JsonNode message) throws IOException {
        var messageId = message.path("sid").asText();
        return new ProviderRecord(
                messageId,
                message.path("to").asText(),
                message.path("body").asText(),
                instant(message.path("date_created").asText()),
                SmsStatus.receipt(
                        messageId,
                        message.path("status").asText(),
                        message.path("error_code").asText()));
    }

    private static Instant instant(String text) throws IOException {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
        } catch (DateTimeException e) {
            throw new IOException("A message without a time", e);
        }
    }
}

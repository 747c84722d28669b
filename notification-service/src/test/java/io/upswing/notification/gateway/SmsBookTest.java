package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.upswing.notification.domain.ProviderRecord;
import io.upswing.notification.domain.Receipt;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the provider has in its books. */
class SmsBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String LIST = "/2010-04-01/Accounts/AC1/Messages.json";

    private static String message(String id, String status, String error) {
        return """
                {"sid": "%s", "to": "+12025550123", "from": "+12025550100", "body": "Su cita", "status": "%s",
                 "error_code": %s, "date_created": "Tue, 10 Mar 2026 14:00:05 +0000", "date_sent": null}
                """.formatted(id, status, error);
    }

    private static String page(String next, String... messages) {
        return "{\"messages\": [" + String.join(",", messages) + "], \"next_page_uri\": " + next + "}";
    }

    private static SmsBook book(URI provider) {
        return new SmsBook(TestSms.config(provider));
    }

    @Test
    void all_pages_of_a_day_are_read() throws Exception {
        ScriptedHttp.Script pages = (exchange, over) -> {
            var second =
                    Objects.requireNonNull(exchange.getRequestURI().getQuery()).contains("PageToken");
            var page = second
                    ? page("null", message("SM3", "undelivered", "30003"), message("SM4", "surprised", "null"))
                    : page(
                            "\"" + LIST + "?PageToken=2\"",
                            message("SM1", "delivered", "null"),
                            message("SM2", "sent", "null"));
            ScriptedHttp.answer(200, page).answer(exchange, over);
        };
        try (var server = new ScriptedHttp(pages)) {
            assertThat(book(server.uri()).of(DAY))
                    .containsExactly(
                            record("SM1", new Receipt.Delivered("SM1")),
                            new ProviderRecord("SM2", "+12025550123", "Su cita", taken(), null),
                            record("SM3", new Receipt.Bounced("SM3", "Error 30003")),
                            new ProviderRecord("SM4", "+12025550123", "Su cita", taken(), null));
            var first = server.taken.take();
            assertThat(first.method()).isEqualTo("GET");
            assertThat(first.uri()).hasToString(LIST + "?DateSent=2026-03-10&From=%2B12025550100&PageSize=500");
            assertThat(server.taken.take().headers())
                    .containsEntry("Authorization", first.headers().get("Authorization"));
        }
    }

    private static Instant taken() {
        return Instant.parse("2026-03-10T14:00:05Z");
    }

    private static ProviderRecord record(String id, Receipt receipt) {
        return new ProviderRecord(id, "+12025550123", "Su cita", taken(), receipt);
    }

    static Stream<ScriptedHttp.Script> faults() {
        return Stream.of(
                ScriptedHttp.answer(500, ""),
                ScriptedHttp.answer(200, "{\"messages\": ["),
                ScriptedHttp.answer(200, page("null", "{\"sid\": \"SM1\"}")),
                ScriptedHttp.answer(200, page("\"http://127.0.0.1:1/elsewhere\"")),
                ScriptedHttp.cut(),
                ScriptedHttp.silenceAfter(""),
                ScriptedHttp.silenceAfter("{\"messages\": ["));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void books_that_cannot_be_read_to_their_end_are_none(ScriptedHttp.Script script) throws Exception {
        try (var server = new ScriptedHttp(script)) {
            assertThatIOException().isThrownBy(() -> new SmsBook(TestSms.impatient(server.uri())).of(DAY));
            assertThat(server.taken).isNotEmpty();
        }
    }
}

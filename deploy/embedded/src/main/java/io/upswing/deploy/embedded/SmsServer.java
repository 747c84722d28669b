package io.upswing.deploy.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A provider of text messages with Twilio's API: it keeps what it takes, and calls back when it was delivered. For
 * programs besides: {@code GET /messages} shows all, {@code GET /count} how many, {@code POST /moods?to=<number>&mood=<mood>} says how the next message
 * to a number is treated.
 */
public final class SmsServer implements AutoCloseable {
    private final Clock clock;
    private final String credentials;
    private final Accepted<TextMessage> messages;
    private final StatusCallbacks callbacks;
    private final Map<String, SmsMood> moods = new ConcurrentHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final HttpServer server;

    SmsServer(int port, String account, String token, Path file, Clock clock) throws IOException {
        this.clock = clock;
        var proof = (account + ":" + token).getBytes(StandardCharsets.UTF_8);
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(proof);
        this.messages = new Accepted<>(file, TextMessage.class);
        this.callbacks = new StatusCallbacks(token);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/" + account + "/Messages.json", this::api);
        server.createContext("/messages", exchange -> answer(exchange, 200, messages.all()));
        server.createContext("/count", exchange -> answer(exchange, 200, messages.count()));
        server.createContext("/moods", this::mood);
        server.start();
    }

    /** {@code <port> <account> <token> <file>}: runs until it is killed. */
    public static void main(String[] arguments) throws IOException {
        new SmsServer(
                Integer.parseInt(arguments[0]), arguments[1], arguments[2], Path.of(arguments[3]), Clock.systemUTC());
    }

    private void mood(HttpExchange exchange) throws IOException {
        var wanted = Form.decode(exchange.getRequestURI().getRawQuery());
        moods.put(field(wanted, "to"), SmsMood.valueOf(field(wanted, "mood")));
        answer(exchange, 200, Map.of());
    }

    private void api(HttpExchange exchange) throws IOException {
        if (!credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of("code", 20003, "status", 401));
        } else if (exchange.getRequestMethod().equals("GET")) {
            var shown = messages.all().stream().map(SmsServer::shown).toList();
            answer(exchange, 200, Map.of("messages", shown));
        } else {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            send(exchange, Form.decode(body));
        }
    }

    private void send(HttpExchange exchange, Map<String, String> fields) throws IOException {
        var mood = Optional.ofNullable(moods.remove(field(fields, "To")));
        if (mood.isPresent() && mood.get() == SmsMood.BUSY) {
            answer(exchange, 429, Map.of("code", 20429, "status", 429));
            return;
        }
        var message = take(fields);
        if (mood.isEmpty()) {
            answer(exchange, 201, shown(message));
            callbacks.tell(message, "delivered");
        } else if (mood.get() == SmsMood.BROKEN) {
            answer(exchange, 500, Map.of());
            callbacks.tell(message, "delivered");
        } else {
            keepWaiting();
        }
    }

    private TextMessage take(Map<String, String> fields) throws IOException {
        var message = new TextMessage(
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                field(fields, "To"),
                field(fields, "From"),
                field(fields, "Body"),
                fields.get("StatusCallback"),
                clock.instant());
        messages.add(message);
        return message;
    }

    private void keepWaiting() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static Map<String, String> shown(TextMessage message) {
        return Map.of(
                "sid", message.sid(),
                "to", message.to(),
                "from", message.from(),
                "body", message.body(),
                "status", "queued",
                "date_created",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(message.at().atOffset(ZoneOffset.UTC)));
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        never.countDown();
        server.stop(0);
    }
}

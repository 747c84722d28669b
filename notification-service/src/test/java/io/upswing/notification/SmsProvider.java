package io.upswing.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A provider of text messages over HTTP that behaves like the real one, its bad days included. */
public final class SmsProvider implements AutoCloseable {
    static final String ACCOUNT = "AC1";
    static final String TOKEN = "the provider's token";
    static final String FROM = "+12025550100";

    /** As the provider knows the service: something stands between them. */
    static final String SERVICE = "https://clinic.example/notify";

    /** How it takes a message to a number. */
    public enum Mood {
        WELL,
        /** Turns it away. */
        BUSY,
        /** The number does not want any more. */
        UNSUBSCRIBED,
        /** Takes it, and fails before it says so. */
        BROKEN,
        /** Takes it, and says nothing. */
        SILENT,
        /** Says that it arrived before it says that it was taken. */
        HASTY
    }

    /** A message that it took. */
    public record Taken(String id, String to, String text, String receipts, String[] status) {
        boolean is(String number) {
            return to.equals(number);
        }
    }

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Mood> moods = new ConcurrentHashMap<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile URI service = URI.create("http://127.0.0.1:1");
    private volatile boolean showsItsBooks = true;

    SmsProvider() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json", exchange -> {
            try (exchange) {
                serve(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Where the service really is. */
    public void serviceIs(URI address) {
        service = address;
    }

    /** Whether it says what it has in its books. */
    public void showsItsBooks(boolean shows) {
        showsItsBooks = shows;
    }

    public void is(Mood mood, String number) {
        moods.put(number, mood);
    }

    public List<Taken> taken(String number) {
        return taken.stream().filter(message -> message.is(number)).toList();
    }

    /** Calls back as it does when the state of a message changes; the answer's status. */
    public int says(Taken message, String status, String error) {
        message.status()[0] = status;
        var fields = new TreeMap<>(Map.of("MessageSid", message.id(), "MessageStatus", status, "AccountSid", ACCOUNT));
        if (!error.isEmpty()) {
            fields.put("ErrorCode", error);
        }
        return call(
                message.receipts(),
                fields,
                signature(message.receipts()
                        + fields.entrySet().stream()
                                .map(field -> field.getKey() + field.getValue())
                                .collect(Collectors.joining())));
    }

    /** As anybody can. */
    public int call(String address, Map<String, String> fields, String signature) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(service.resolve(address.substring(SERVICE.length())))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Twilio-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void serve(HttpExchange exchange) throws IOException, InterruptedException {
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"code\": 20003, \"status\": 401}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            var day = fields(exchange.getRequestURI().getRawQuery()).get("DateSent");
            answer(exchange, showsItsBooks ? 200 : 503, showsItsBooks ? list(LocalDate.parse(day)) : "");
        } else {
            take(exchange, fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private void take(HttpExchange exchange, Map<String, String> fields) throws IOException, InterruptedException {
        var number = fields.get("To");
        var mood = moods.getOrDefault(number, Mood.WELL);
        switch (mood) {
            case BUSY -> answer(exchange, 429, "{\"code\": 20429, \"status\": 429}");
            case UNSUBSCRIBED ->
                answer(exchange, 400, "{\"code\": 21610, \"message\": \"" + number + "\", \"status\": 400}");
            case WELL, BROKEN, SILENT, HASTY -> {
                var message = new Taken(
                        "SM" + taken.size(), number, fields.get("Body"), fields.get("StatusCallback"), new String[] {
                            "queued"
                        });
                taken.add(message);
                after(mood, message, exchange);
            }
        }
    }

    private void after(Mood mood, Taken message, HttpExchange exchange) throws IOException, InterruptedException {
        switch (mood) {
            case BROKEN -> answer(exchange, 500, "");
            case SILENT -> over.await();
            case HASTY -> {
                says(message, "delivered", "");
                answer(exchange, 201, json(message));
            }
            case WELL, BUSY, UNSUBSCRIBED -> answer(exchange, 201, json(message));
        }
    }

    /** It takes everything on one day. */
    private String list(LocalDate day) {
        var sent = day.equals(LocalDate.ofInstant(TestClock.NOW, ZoneOffset.UTC)) ? taken : List.<Taken>of();
        return "{\"messages\": [" + sent.stream().map(SmsProvider::json).collect(Collectors.joining(",")) + "]}";
    }

    /** Texts of ours hold nothing that JSON would have to escape but the end of a line. */
    private static String json(Taken message) {
        var time = DateTimeFormatter.RFC_1123_DATE_TIME.format(TestClock.NOW.atOffset(ZoneOffset.UTC));
        return "{\"sid\": \"%s\", \"to\": \"%s\", \"body\": \"%s\", \"status\": \"%s\", \"date_created\": \"%s\"}"
                .formatted(message.id(), message.to(), message.text().replace("\n", "\\n"), message.status()[0], time);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        client.close();
    }
}

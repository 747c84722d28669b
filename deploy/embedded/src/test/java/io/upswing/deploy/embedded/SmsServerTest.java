package io.upswing.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider as its clients meet it, in its own process. */
class SmsServerTest {
    private static final String NUMBER = "+12025550111";

    @TempDir
    Path root;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> receipts = new CopyOnWriteArrayList<>();
    private HttpServer sender;
    private Sms sms;

    @BeforeEach
    void start() throws IOException {
        sender = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sender.createContext("/", exchange -> {
            receipts.add(exchange.getRequestHeaders().getFirst("X-Twilio-Signature") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        sender.start();
        sms = Sms.in(root, Ports.free());
        sms.start();
    }

    @AfterEach
    void stop() {
        sms.kill9();
        sender.stop(0);
    }

    @Test
    void takes_a_message_once_keeps_it_over_a_crash_and_calls_back() throws Exception {
        assertThat(send(Sms.TOKEN).statusCode()).isEqualTo(201);
        Wait.orFail(Duration.ofSeconds(5), "the callback", () -> !receipts.isEmpty());
        assertThat(receipts.getFirst()).contains("= MessageSid=SM", "&MessageStatus=delivered");
        sms.kill9();
        sms.start();
        assertThat(sms.messages(NUMBER)).hasSize(1);
        assertThat(sms.messages(NUMBER).getFirst().body()).isEqualTo("Come & see");
    }

    @Test
    void has_a_bad_day_once_when_it_is_told_to() throws Exception {
        sms.next(NUMBER, SmsMood.BUSY);
        assertThat(send(Sms.TOKEN).statusCode()).isEqualTo(429);
        assertThat(sms.messages()).isEmpty();
        sms.next(NUMBER, SmsMood.BROKEN);
        assertThat(send(Sms.TOKEN).statusCode()).isEqualTo(500);
        sms.next(NUMBER, SmsMood.SILENT);
        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> send(Sms.TOKEN));
        assertThat(sms.messages()).hasSize(2);
        assertThat(send(Sms.TOKEN).statusCode()).isEqualTo(201);
    }

    @Test
    void does_not_know_who_has_no_account() throws Exception {
        assertThat(send("another").statusCode()).isEqualTo(401);
        assertThat(sms.messages()).isEmpty();
    }

    private HttpResponse<String> send(String token) throws IOException, InterruptedException {
        var proof = (Sms.ACCOUNT + ":" + token).getBytes(StandardCharsets.UTF_8);
        var callback = "http://127.0.0.1:" + sender.getAddress().getPort() + "/?reminder=1";
        var fields = Map.of("To", NUMBER, "From", Sms.FROM, "Body", "Come & see", "StatusCallback", callback);
        var address = "http://127.0.0.1:" + sms.port() + "/2010-04-01/Accounts/" + Sms.ACCOUNT + "/Messages.json";
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(2))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(proof))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Form.encode(fields)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}

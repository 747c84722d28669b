package io.upswing.notification.gateway;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Calls a provider over HTTP, each time once, and tells what is certain of the call. */
final class Wire {

    /** What was heard of a call. */
    sealed interface Heard {

        /** @param retryAfter zero where the provider did not say */
        record Answer(int status, Duration retryAfter, String body) implements Heard {

            /** It was turned away at the door, whatever it was: too many, or not from us. */
            boolean turnedAway() {
                return switch (status) {
                    case 401, 403, 429 -> true;
                    case 503 -> retryAfter.isPositive();
                    default -> false;
                };
            }
        }

        /** Nothing of the body left this machine. */
        record NothingSent(String why) implements Heard {}

        /** What was sent may have arrived. */
        record NoAnswer(String why) implements Heard {}
    }

    /** What an honest answer to one message needs, many times over. */
    private static final long LONGEST_ANSWER = 64 * 1024;

    private static final long LONGEST_LIST = 8 * 1024 * 1024;

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout for a whole call, the last byte of the answer included */
    Wire(Duration connectTimeout, Duration timeout) {
        // HTTP/1.1: one call a connection at a time, so that a call that is lost takes no other with it
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
        this.timeout = timeout;
    }

    @SuppressWarnings("IllegalCatch")
    Heard post(HttpRequest.Builder request, String body) {
        var once = new SentOnce(body);
        try {
            return answer(call(request.POST(once).build(), LONGEST_ANSWER));
        } catch (ExecutionException e) {
            return failed(once, Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException | RuntimeException e) {
            return failed(once, e); // a fault of the library after the body went out must not pass for "not sent"
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(once, e);
        }
    }

    /** Reads what the provider has: nothing depends on how often. */
    String get(HttpRequest.Builder request) throws IOException {
        try {
            var answer = call(request.GET().build(), LONGEST_LIST);
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            return answer.body();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private HttpResponse<String> call(HttpRequest request, long longest)
            throws ExecutionException, TimeoutException, InterruptedException {
        var call = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), longest));
        try {
            // not the request's own timeout: that one ends with the head of the answer
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            call.cancel(true);
        }
    }

    private static Heard answer(HttpResponse<String> response) {
        var retryAfter = response.headers().firstValue("Retry-After").map(Wire::delay);
        return new Heard.Answer(response.statusCode(), retryAfter.orElse(Duration.ZERO), response.body());
    }

    /** A date is as good as a second: it says that another time will do. */
    private static Duration delay(String retryAfter) {
        return retryAfter.matches("[1-9]\\d{0,5}")
                ? Duration.ofSeconds(Integer.parseInt(retryAfter))
                : Duration.ofSeconds(1);
    }

    private static Heard failed(SentOnce body, Throwable cause) {
        var why = cause.getClass().getSimpleName();
        // a body may be on its way to the encryption, but leaves it only after the handshake
        return body.withdraw() || cause instanceof SSLHandshakeException
                ? new Heard.NothingSent(why)
                : new Heard.NoAnswer(why);
    }
}

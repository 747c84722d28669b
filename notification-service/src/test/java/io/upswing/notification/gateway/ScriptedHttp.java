package io.upswing.notification.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A provider that takes every request and then answers as it is told, or does not. */
final class ScriptedHttp implements AutoCloseable {

    /** What it took. */
    record Taken(String method, URI uri, Map<String, String> headers, String body) {}

    /** What it does once it has the whole request; {@code over}: when the test is. */
    interface Script {
        void answer(HttpExchange exchange, CountDownLatch over) throws IOException, InterruptedException;
    }

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final CountDownLatch over = new CountDownLatch(1);
    final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();

    ScriptedHttp(Script script) throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            taken.add(taken(exchange));
            try {
                script.answer(exchange, over);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    static Script answer(int status, String body, String... headers) {
        return (exchange, over) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** The line is cut. */
    static Script cut() {
        return (exchange, over) -> {};
    }

    /** Says as much, and then nothing for as long as the test goes on. */
    static Script silenceAfter(String beginning) {
        return (exchange, over) -> {
            if (!beginning.isEmpty()) {
                exchange.sendResponseHeaders(201, 1000);
                exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            over.await();
        };
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }

    private static Taken taken(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Taken(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }
}

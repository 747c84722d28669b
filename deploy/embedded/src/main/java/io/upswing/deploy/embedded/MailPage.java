package io.upswing.deploy.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The mail that was sent: for people at {@code /}, for programs at {@code /messages?to=<address>}, oldest first, and at
 * {@code /count} how many there are.
 */
final class MailPage implements AutoCloseable {
    private static final String STYLE =
            "body{font:16px sans-serif;max-width:50em;margin:2em auto}article{border-top:1px solid #999}"
                    + "pre{white-space:pre-wrap;font:inherit}small{color:#555}";

    private final Mailbox mailbox;
    private final HttpServer server;

    MailPage(Mailbox mailbox, int port) throws IOException {
        this.mailbox = mailbox;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var mails = recipient(exchange).map(mailbox::to).orElseGet(mailbox::all);
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> send(exchange, 200, "text/html; charset=utf-8", page(mails));
            case "/messages" -> send(exchange, 200, "application/json", Json.write(mails));
            case "/count" -> send(exchange, 200, "application/json", Json.write(mailbox.count()));
            default ->
                send(exchange, 404, "text/plain; charset=utf-8", "There are only /, /messages?to=<address> and /count");
        }
    }

    private static Optional<String> recipient(HttpExchange exchange) {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        // A plus is part of many an address, so it is not read as a space
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith("to="))
                .map(parameter -> parameter.substring(3).replace("+", "%2B"))
                .map(address -> URLDecoder.decode(address, StandardCharsets.UTF_8))
                .findFirst();
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    private static String page(List<Mail> mails) {
        var articles = mails.reversed().stream().map(MailPage::article).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>Mail</title><style>%s</style>
                <h1>%d messages</h1>
                <form>To <input name="to" type="email"> <button>Show</button></form>
                %s
                </html>
                """.formatted(STYLE, mails.size(), articles);
    }

    private static String article(Mail mail) {
        return "<article><h2>%s</h2><small>to %s, from %s, %s</small><pre>%s</pre></article>"
                .formatted(
                        escaped(mail.subject()),
                        escaped(mail.to()),
                        escaped(mail.from()),
                        mail.at(),
                        escaped(mail.text().isBlank() && mail.html() != null ? mail.html() : mail.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.upswing.notification.gateway;

import io.upswing.notification.BounceServer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of mail, to servers on this machine. */
record TestMail(
        String host,
        int port,
        String from,
        Optional<String> username,
        Optional<String> password,
        boolean startTlsRequired,
        Duration connectTimeout,
        Duration timeout,
        Optional<Bounces> bounces)
        implements MailConfig {

    private record Mailbox(
            String address,
            String host,
            OptionalInt port,
            String username,
            String password,
            Optional<String> folder,
            Optional<Tls> tls)
            implements Bounces {}

    static TestMail to(int port) {
        return new TestMail(
                "127.0.0.1",
                port,
                "clinic@upswing.example",
                Optional.empty(),
                Optional.empty(),
                false,
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                Optional.empty());
    }

    TestMail withBounces(int imapPort, Tls tls) {
        return withBounces(new Mailbox(
                BounceServer.ADDRESS,
                "127.0.0.1",
                OptionalInt.of(imapPort),
                BounceServer.USER,
                BounceServer.PASSWORD,
                Optional.empty(),
                Optional.of(tls)));
    }

    private TestMail withBounces(Bounces mailbox) {
        return new TestMail(
                host,
                port,
                from,
                username,
                password,
                startTlsRequired,
                connectTimeout,
                Duration.ofSeconds(20),
                Optional.of(mailbox));
    }
}

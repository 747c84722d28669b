package io.upswing.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the service a mailbox for what comes back. */
public class BounceServerResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable BounceServer server;

    @Override
    public Map<String, String> start() {
        var started = new BounceServer();
        server = started;
        return Map.of(
                "upswing.mail.bounces.address",
                BounceServer.ADDRESS,
                "upswing.mail.bounces.host",
                "127.0.0.1",
                "upswing.mail.bounces.port",
                Integer.toString(started.imapPort()),
                "upswing.mail.bounces.username",
                BounceServer.USER,
                "upswing.mail.bounces.password",
                BounceServer.PASSWORD,
                "upswing.mail.bounces.tls",
                "none");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(BounceServer.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}

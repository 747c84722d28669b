package io.upswing.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the service an account with a provider of text messages. */
public class SmsProviderResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable SmsProvider provider;

    @Override
    public Map<String, String> start() {
        try {
            var started = new SmsProvider();
            provider = started;
            return Map.of(
                    "upswing.sms.provider", started.uri().toString(),
                    "upswing.sms.account.id", SmsProvider.ACCOUNT,
                    "upswing.sms.account.token", SmsProvider.TOKEN,
                    "upswing.sms.account.from", SmsProvider.FROM,
                    "upswing.sms.account.receipts", SmsProvider.SERVICE,
                    "upswing.sms.timeout", "2s",
                    "upswing.sms.per-second", "100");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(provider, new TestInjector.MatchesType(SmsProvider.class));
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
        }
    }
}

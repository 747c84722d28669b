package io.upswing.notification.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Provider;

/** Counts and times what is handed over, by what came of it. */
final class MeteredProvider implements Provider {
    private final Provider provider;
    private final MeterRegistry metrics;

    MeteredProvider(Provider provider, MeterRegistry metrics) {
        this.provider = provider;
        this.metrics = metrics;
    }

    @Override
    public Handover hand(Message message) {
        var timer = Timer.start(metrics);
        var handover = provider.hand(message);
        timer.stop(metrics.timer(
                "upswing.reminders.handed.over", "channel", message.channel().name(), "outcome", nameOf(handover)));
        return handover;
    }

    private static String nameOf(Handover handover) {
        return switch (handover) {
            case Handover.Accepted accepted -> "accepted";
            case Handover.Rejected rejected -> "rejected";
            case Handover.Unwanted unwanted -> "unwanted";
            case Handover.NotNow notNow -> "not-now";
            case Handover.Unknown unknown -> "unknown";
        };
    }
}

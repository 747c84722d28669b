package io.upswing.deploy.e2e;

import io.upswing.deploy.local.client.Api;
import java.io.UncheckedIOException;

/** What the services say of themselves. */
final class Metrics {
    private static final Api API = RunningSystem.get().api("nobody");

    private Metrics() {}

    /** Whether everything that was recorded is in the topics. */
    static boolean nothingUnsent() {
        return RunningSystem.SERVICES.stream().allMatch(service -> value(service, "upswing_log_unsent_events") == 0);
    }

    /** The sum over all labels of a metric; not a number while the service does not say. */
    static double value(String service, String metric) {
        try {
            return API.send(API.bare(service, "/q/metrics").GET())
                    .text()
                    .lines()
                    .filter(line -> line.startsWith(metric))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .reduce(Double::sum)
                    .orElse(Double.NaN);
        } catch (UncheckedIOException e) {
            return Double.NaN;
        }
    }
}

package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.client.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What the services say of themselves. */
final class Metrics {
    private static final Api API = RunningSystem.get().api("nobody");

    private Metrics() {}

    /** Until everything that was recorded is in the topics. */
    static void awaitNothingUnsent() {
        var sent = Wait.until(
                Duration.ofSeconds(60), () -> unsent().values().stream().allMatch(count -> count == 0));
        assertThat(sent).as("all in the topics; unsent are " + unsent()).isTrue();
    }

    private static Map<String, Double> unsent() {
        return RunningSystem.SERVICES.stream()
                .collect(Collectors.toMap(service -> service, service -> value(service, "upswing_log_unsent_events")));
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

package io.upswing.session.domain;

import io.upswing.session.domain.Session.GivenDose;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What prompts about the doses as they were given. */
final class DosePrompts {
    private DosePrompts() {}

    static Stream<Prompt> of(Visit visit) {
        var devices = visit.session().doses().stream()
                .filter(dose -> dose.kind() == DoseKind.DEVICE)
                .sorted(Comparator.comparing(GivenDose::at))
                .toList();
        var rest = Duration.ofMinutes(visit.schedule().durations().perFurtherDevice());
        return Stream.of(rest(devices, rest), greenDots(devices), waste(visit), unjudged(visit))
                .flatMap(prompts -> prompts);
    }

    private static Stream<Prompt> rest(List<GivenDose> devices, Duration rest) {
        return IntStream.range(1, devices.size())
                .filter(n ->
                        devices.get(n).at().isBefore(devices.get(n - 1).at().plus(rest)))
                .mapToObj(n -> Prompt.of(
                        Rule.DEVICE_REST,
                        "The device of " + devices.get(n).at() + " came sooner than " + rest.toMinutes()
                                + " minutes after the one before."));
    }

    private static Stream<Prompt> greenDots(List<GivenDose> devices) {
        return Prompt.when(
                devices.stream().anyMatch(device -> device.greenDots() == null),
                Rule.GREEN_DOTS_NOT_CHECKED,
                "Nobody said of each device that it showed two green dots.")
                .stream();
    }

    private static Stream<Prompt> waste(Visit visit) {
        var stop = visit.session().stop();
        return stop == null || stop.wastedMg() == null || stop.witness() != null
                ? Stream.of()
                : Stream.of(
                        Prompt.of(Rule.WASTE_UNWITNESSED, "Nobody witnessed the waste of " + stop.wastedMg() + " mg."));
    }

    /** Of a dose that was stopped, and of one that had not reached the order when the session was over. */
    private static Stream<Prompt> unjudged(Visit visit) {
        var isPart = visit.session().stop() != null || !visit.session().isRunning();
        return Prompt.when(
                isPart && visit.isPartDoseUnjudged(),
                Rule.PART_DOSE_NOT_JUDGED,
                "No clinician has said whether the part dose counts.")
                .stream();
    }
}

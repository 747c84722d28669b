package io.upswing.session.domain;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule.Care;
import io.upswing.session.events.Schedule.Doses;
import io.upswing.session.events.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every number that somebody is treated by says where it comes from. */
final class ProtocolSources {
    private static final Set<String> PROVENANCES = Set.of("L", "E", "T", "P");

    private ProtocolSources() {}

    static void check(Faults faults, Protocol protocol) {
        if (!protocol.offered()) {
            return;
        }
        check(faults.in("sources"), numbers(protocol), protocol.sources());
        protocol.patterns().forEach((pattern, phases) -> {
            for (var i = 0; i < phases.size(); i++) {
                var at = faults.in("schedule").in("patterns").in(pattern).in(i).in("sources");
                check(at, numbers(phases.get(i)), phases.get(i).sources());
            }
        });
    }

    private static void check(Faults faults, List<String> numbers, Map<String, Source> sources) {
        numbers.forEach(number -> faults.unless(sources.containsKey(number), number, "needs a source"));
        sources.forEach((number, source) -> {
            faults.unless(
                    PROVENANCES.contains(source.provenance()), number + ".provenance", "must be one of L, E, T and P");
            faults.unless(!source.text().isBlank(), number + ".text", "says what the source is");
        });
    }

    private static List<String> numbers(Protocol protocol) {
        var numbers = new ArrayList<>(List.of("lapseDays", "rems", "oralAntidepressantRequired", "observation"));
        protocol.remission().keySet().forEach(instrument -> numbers.add("remission." + instrument));
        for (var duration : List.of("checkIn", "dosing", "perFurtherDevice", "discharge", "turnover")) {
            numbers.add("durations." + duration);
        }
        if (protocol.doses() != null) {
            numbers.addAll(numbers(protocol.doses()));
        }
        if (protocol.care() != null) {
            numbers.addAll(numbers(protocol.care()));
        }
        return numbers;
    }

    private static List<String> numbers(Doses doses) {
        var numbers = new ArrayList<String>();
        add(numbers, "doses.allowed", !doses.allowed().isEmpty());
        add(numbers, "doses.min", doses.min() != null);
        add(numbers, "doses.max", doses.max() != null);
        add(numbers, "doses.start", doses.start() != null);
        add(numbers, "doses.day1", !doses.day1().isEmpty());
        add(numbers, "doses.deviceMg", doses.deviceMg() != null);
        return numbers;
    }

    private static List<String> numbers(Care care) {
        var numbers = new ArrayList<>(List.of("care.vitals", "care.bloodPressure", "care.preparation"));
        add(numbers, "care.infusion", care.infusion() != null);
        return numbers;
    }

    private static List<String> numbers(Phase phase) {
        return switch (phase) {
            case Series series -> {
                var numbers = new ArrayList<>(List.of("sessions", "perWeek", "gap"));
                add(numbers, "gate", series.gated());
                add(numbers, "lastDay", series.lastDay() != null);
                yield numbers;
            }
            case Open open -> {
                var numbers = new ArrayList<>(List.of("interval", "window"));
                add(numbers, "flagged", !open.flagged().isEmpty());
                add(numbers, "defaultInterval", open.defaultInterval() != null);
                yield numbers;
            }
        };
    }

    private static void add(List<String> numbers, String number, boolean isGiven) {
        if (isGiven) {
            numbers.add(number);
        }
    }
}

package io.upswing.session.domain;

import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule.Doses;
import io.upswing.session.events.Schedule.Durations;
import io.upswing.session.events.Schedule.Observation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must be true of a protocol before anybody is treated by it. Fields are named as the request names them. */
public final class ProtocolRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final String NASAL = "IN";
    private static final Set<String> ROUTES = Set.of("IV", "IM", NASAL);
    private static final List<String> UNITS = List.of("mg", "mgPerKg");
    private static final int MOST_MG = 2_000;
    private static final int MOST_MG_PER_KG = 20;
    private static final int MOST_MINUTES = 1_440;
    private static final int MOST_AGE = 150;

    private ProtocolRules() {}

    /** Empty when the protocol may be published. */
    public static List<Fault> faults(Protocol protocol) {
        var faults = Faults.none();
        var schedule = faults.in("schedule");
        id(schedule, "id", protocol.id());
        if (protocol.offered()) {
            complete(schedule, protocol);
        } else {
            schedule.unless(protocol.notOfferedBecause() != null, "notOfferedBecause", "says why it is not offered");
        }
        numbers(schedule, protocol);
        PatternRules.check(schedule, protocol);
        CareRules.check(schedule, protocol);
        ProtocolSources.check(faults, protocol);
        return faults.all();
    }

    static void id(Faults faults, String field, String id) {
        faults.unless(ID.matcher(id).matches(), field, "must be 1 to 60 small letters, digits and hyphens");
    }

    /** What a course pins must be there, or nothing could be prescribed. */
    private static void complete(Faults faults, Protocol protocol) {
        need(faults, "scale", protocol.scale());
        need(faults, "lapseDays", protocol.lapseDays());
        need(faults, "doses", protocol.doses());
        need(faults, "durations", protocol.durations());
        need(faults, "observation", protocol.observation());
        faults.unless(!protocol.patterns().isEmpty(), "patterns", "at least one is needed");
        var standard = protocol.defaultPattern();
        faults.unless(
                standard != null && protocol.patterns().containsKey(standard),
                "defaultPattern",
                "must be one of the patterns");
    }

    private static void need(Faults faults, String field, @Nullable Object value) {
        faults.unless(value != null, field, "is needed where the protocol is offered");
    }

    private static void numbers(Faults faults, Protocol protocol) {
        faults.unless(
                !protocol.offered() || ROUTES.contains(protocol.route()), "route", "must be one of IM, IN and IV");
        remission(faults, protocol);
        faults.range("lapseDays", protocol.lapseDays(), 1, 366);
        if (protocol.doses() != null) {
            doses(faults.in("doses"), protocol.doses(), protocol.route());
        }
        if (protocol.durations() != null) {
            durations(faults.in("durations"), protocol.durations());
        }
        if (protocol.observation() != null) {
            observation(faults.in("observation"), protocol.observation());
        }
    }

    /** Every score is held against a cut-off: at least the protocol's own scale needs one. */
    private static void remission(Faults faults, Protocol protocol) {
        protocol.remission().forEach((name, cutOff) -> {
            var known = Arrays.stream(Instrument.values())
                    .filter(instrument -> instrument.name().equals(name) && instrument.hasScore())
                    .findFirst();
            faults.unless(known.isPresent(), "remission." + name, "is no scale with a score");
            known.ifPresent(scale -> faults.range("remission." + name, cutOff, 0, scale.highestScore()));
        });
        var scale = protocol.scale();
        faults.unless(
                scale == null || protocol.remission().containsKey(scale), "scale", "must be one that remission names");
    }

    private static void doses(Faults faults, Doses doses, String route) {
        var byWeight = doses.unit().equals(UNITS.getLast());
        faults.unless(UNITS.contains(doses.unit()), "unit", "must be mg or mgPerKg");
        doses.allowed().forEach(dose -> faults.amount("allowed", dose, MOST_MG));
        faults.amount("min", doses.min(), MOST_MG_PER_KG);
        faults.amount("max", doses.max(), MOST_MG_PER_KG);
        faults.amount("start", doses.start(), byWeight ? MOST_MG_PER_KG : MOST_MG);
        faults.amount("deviceMg", doses.deviceMg(), MOST_MG);
        if (byWeight) {
            faults.unless(doses.allowed().isEmpty() && doses.day1().isEmpty(), "allowed", "goes with doses in mg");
            faults.unless(rises(doses.min(), doses.start(), doses.max()), "start", "min <= start <= max are needed");
        } else {
            listed(faults, doses);
        }
        var nasal = route.equals(NASAL);
        faults.unless(!nasal || !byWeight, "unit", "is mg where devices are given");
        faults.unless(nasal == (doses.deviceMg() != null), "deviceMg", "goes with the route IN, and only with it");
    }

    private static void listed(Faults faults, Doses doses) {
        faults.unless(!doses.allowed().isEmpty(), "allowed", "lists the doses");
        faults.unless(doses.min() == null && doses.max() == null, "min", "goes with doses in mgPerKg");
        faults.unless(doses.start() == null || lists(doses, doses.start()), "start", "must be one of allowed");
        for (var i = 0; i < doses.day1().size(); i++) {
            var day1 = doses.day1().get(i);
            var at = faults.in("day1").in(i);
            at.unless(
                    !day1.allowed().isEmpty() && day1.allowed().stream().allMatch(dose -> lists(doses, dose)),
                    "allowed",
                    "must be some of the protocol's doses");
            at.range("ageFrom", day1.ageFrom(), 0, MOST_AGE);
            at.range("ageBelow", day1.ageBelow(), 1, MOST_AGE);
        }
    }

    private static boolean lists(Doses doses, BigDecimal dose) {
        return doses.allowed().stream().anyMatch(allowed -> allowed.compareTo(dose) == 0);
    }

    private static boolean rises(@Nullable BigDecimal min, @Nullable BigDecimal start, @Nullable BigDecimal max) {
        return min != null && start != null && max != null && min.compareTo(start) <= 0 && start.compareTo(max) <= 0;
    }

    private static void durations(Faults faults, Durations durations) {
        faults.range("checkIn", durations.checkIn(), 0, MOST_MINUTES);
        faults.range("dosing", durations.dosing(), 0, MOST_MINUTES);
        faults.range("perFurtherDevice", durations.perFurtherDevice(), 0, MOST_MINUTES);
        faults.range("discharge", durations.discharge(), 0, MOST_MINUTES);
        faults.range("turnover", durations.turnover(), 0, MOST_MINUTES);
    }

    private static void observation(Faults faults, Observation observation) {
        faults.range("minutes", observation.minutes(), 0, MOST_MINUTES);
        faults.range("unescortedMinutes", observation.unescortedMinutes(), observation.minutes(), MOST_MINUTES);
    }
}

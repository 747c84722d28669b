package io.upswing.scheduling.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A day of a site's chairs as it is expected to go: a session that takes longer than booked pushes what was booked after it
 * on the same chair, and so on until a gap takes it up.
 */
public final class Day {
    private static final Comparator<Sitting> IN_ORDER =
            Comparator.comparing(Sitting::start).thenComparing(Sitting::appointmentId);

    /** The start of an appointment moves because another runs into it. */
    public record Affected(
            UUID appointmentId, UUID patientId, UUID chairId, Instant start, Instant expectedStart, UUID behind) {}

    /** What a patient is to be told anew: what is booked for {@code start} can start at {@code expectedStart}. */
    public record Delay(UUID appointmentId, UUID patientId, Instant start, UUID behind, Instant expectedStart) {}

    private final List<Expected> all;

    private Day(List<Expected> all) {
        this.all = List.copyOf(all);
    }

    public static Day of(List<Sitting> sittings, Instant now) {
        var chairs = sittings.stream().sorted(IN_ORDER).collect(Collectors.groupingBy(Sitting::chairId));
        return new Day(chairs.values().stream()
                .flatMap(chair -> expected(chair, now).stream())
                .toList());
    }

    private static List<Expected> expected(List<Sitting> chair, Instant now) {
        var expected = new ArrayList<Expected>();
        for (var sitting : chair) {
            var pusher = pusher(sitting, chair, expected);
            var start = pusher == null ? sitting.start() : pusher.end();
            var behind = pusher == null ? null : pusher.cause();
            expected.add(new Expected(sitting, start, sitting.freesChair(start, now), behind, now));
        }
        return expected;
    }

    /** What is booked beside each other was never to wait for each other. */
    private static @Nullable Expected pusher(Sitting sitting, List<Sitting> chair, List<Expected> before) {
        return before.stream()
                .filter(earlier -> earlier.sitting().needsChair() && !gone(earlier.sitting(), chair))
                .filter(earlier -> !earlier.sitting().booked().to().isAfter(sitting.start()))
                .filter(earlier -> !earlier.end().isBefore(sitting.start().plus(Grid.STEP)))
                .max(Comparator.comparing(Expected::end))
                .orElse(null);
    }

    /** Where somebody else has been treated since, nobody sits any more, whether or not it was recorded that they left. */
    private static boolean gone(Sitting earlier, List<Sitting> chair) {
        return chair.stream()
                .anyMatch(later -> later.tookChair()
                        && !later.start().isBefore(earlier.booked().to()));
    }

    /** Each appointment; of a chair in the order of their starts. */
    List<Expected> all() {
        return all;
    }

    /** When the next patient who is still to come can have the chair. */
    public Optional<Instant> nextStart(UUID chairId) {
        return onChair(chairId).stream()
                .filter(expected -> expected.sitting().awaited())
                .filter(expected -> expected.end().isAfter(expected.now()))
                .map(Expected::toldStart)
                .findFirst();
    }

    /** Exactly the appointments that somebody runs into and whose patients are still to come. */
    public List<Affected> affected() {
        var affected = new ArrayList<Affected>();
        for (var expected : all) {
            var sitting = expected.sitting();
            var behind = expected.behind();
            if (behind != null && sitting.awaited()) {
                affected.add(new Affected(
                        sitting.appointmentId(),
                        sitting.patientId(),
                        sitting.chairId(),
                        sitting.start(),
                        expected.toldStart(),
                        behind));
            }
        }
        return affected;
    }

    /** What chairs and monitors are taken for beyond what is booked. */
    public List<Occupied> overruns() {
        return all.stream()
                .filter(expected ->
                        !gone(expected.sitting(), sittings(expected.sitting().chairId())))
                .flatMap(expected -> expected.overrun().stream())
                .toList();
    }

    /** Who is to be told of another start than the one they know: later, or as booked after all. */
    public List<Delay> delays() {
        return all.stream().filter(Expected::tellsAnew).map(this::delay).toList();
    }

    private Delay delay(Expected expected) {
        var sitting = expected.sitting();
        var behind = expected.behind() == null ? before(sitting) : expected.behind();
        return new Delay(sitting.appointmentId(), sitting.patientId(), sitting.start(), behind, expected.toldStart());
    }

    /** Who was in the way and is so no longer. */
    private UUID before(Sitting sitting) {
        return sittings(sitting.chairId()).stream()
                .takeWhile(earlier -> !earlier.equals(sitting))
                .reduce((one, next) -> next)
                .orElse(sitting)
                .appointmentId();
    }

    /** In the order of their starts. */
    public List<Expected> onChair(UUID chairId) {
        return all.stream()
                .filter(expected -> expected.sitting().chairId().equals(chairId))
                .toList();
    }

    private List<Sitting> sittings(UUID chairId) {
        return onChair(chairId).stream().map(Expected::sitting).toList();
    }
}

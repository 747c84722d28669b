package io.upswing.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The times of each appointment that a patient was told of, one after the other. */
final class ToldTimes {

    /** Of two at one moment it is not known which came first; that it is always the same one makes plans repeatable. */
    private static final Comparator<Dispatch> IN_ORDER = Comparator.comparing(
                    (Dispatch dispatch) -> Objects.requireNonNull(dispatch.startedAt()))
            .thenComparing(Dispatch::reminderId);

    private record Word(String about, Instant start, Instant at) {}

    private final Map<UUID, List<Word>> words = new HashMap<>();
    private final Map<About, Integer> rounds = new HashMap<>();

    ToldTimes(Collection<Dispatch> dispatches) {
        dispatches.stream().filter(dispatch -> dispatch.startedAt() != null).forEach(this::count);
        dispatches.stream().filter(Dispatch::told).sorted(IN_ORDER).forEach(this::add);
    }

    private void count(Dispatch dispatch) {
        if (About.of(dispatch.about()) instanceof About.AnAppointment about) {
            rounds.merge(about.atFirst(), about.round(), Math::max);
        }
    }

    private void add(Dispatch dispatch) {
        switch (About.of(dispatch.about())) {
            case About.AnAppointment(var id, var start, var round) -> add(id, start, dispatch);
            case About.AChange(var id, var kind, var at, var start) -> {
                if (kind == About.Kind.CHANGED) {
                    add(id, start, dispatch);
                }
            }
            case About.ADueItem item -> {}
            case About.AnOffer offer -> {}
        }
    }

    private void add(UUID appointmentId, Instant start, Dispatch dispatch) {
        words.computeIfAbsent(appointmentId, id -> new ArrayList<>())
                .add(new Word(dispatch.about(), start, Objects.requireNonNull(dispatch.startedAt())));
    }

    /**
     * 1, and one more for each time that another start was told after this one. It never falls: a word of another start may
     * come back when this one was told anew already.
     */
    int round(UUID appointmentId, Instant start) {
        var told = words.getOrDefault(appointmentId, List.of());
        int round = 1;
        for (int i = 1; i < told.size(); i++) {
            if (told.get(i - 1).start().equals(start) && !told.get(i).start().equals(start)) {
                round++;
            }
        }
        return Math.max(round, rounds.getOrDefault(new About.AnAppointment(appointmentId, start, 1), 1));
    }

    /**
     * The time that a patient counts on: the last they were told, or what they agreed to after that.
     *
     * @param except the message that is to tell it, whose own word does not count; null: none
     */
    Instant known(UUID appointmentId, Matter.Slot.Changed changed, @Nullable String except) {
        var known = changed.known();
        for (var word : words.getOrDefault(appointmentId, List.of())) {
            if (!word.at().isBefore(changed.since()) && !word.about().equals(except)) {
                known = word.start();
            }
        }
        return known;
    }
}

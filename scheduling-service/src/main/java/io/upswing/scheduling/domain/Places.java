package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The place on each date that suits a patient best, which is looked for when it is asked for first. */
final class Places implements Choices {
    private final SiteDays days;
    private final Preference preference;
    private final Habit habit;
    private final TreeMap<LocalDate, Choice> kept = new TreeMap<>();
    private final Map<LocalDate, Optional<Choice>> known = new HashMap<>();

    /** On the dates of {@code present} the place is the one that is kept. */
    Places(SiteDays days, Preference preference, Habit habit, List<Booking> present) {
        this.days = days;
        this.preference = preference;
        this.habit = habit;
        present.forEach(booking -> kept.put(booking.date(), Choice.keeping(booking)));
    }

    @Override
    public @Nullable Choice on(LocalDate date) {
        return known.computeIfAbsent(date, this::find).orElse(null);
    }

    private Optional<Choice> find(LocalDate date) {
        var place = kept.get(date);
        return place == null ? days.best(date, preference, habit) : Optional.of(place);
    }

    @Override
    public int keptAfter(LocalDate date) {
        return kept.tailMap(date, false).size();
    }
}

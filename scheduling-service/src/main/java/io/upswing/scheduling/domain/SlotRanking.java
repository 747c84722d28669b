package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** Which of the free starts are offered first. */
final class SlotRanking {
    /** Of starts nearer to each other than this, the better one stands for both as long as there are others. */
    private static final Duration APART = Duration.ofMinutes(30);

    /** What makes a start better than another, the most important first; the lower the better. */
    enum Criterion {
        IN_THE_WINDOW(candidate -> candidate.fit().inWindow() ? 0 : 1),
        APART_FROM_BETTER_ONES(candidate -> candidate.beside() ? 1 : 0),
        NEAR_THE_TARGET(candidate -> candidate.fit().daysFromTarget()),
        ON_THE_USUAL_DAY(candidate -> candidate.fit().usualDay() ? 0 : 1),
        AT_THE_USUAL_HOUR(Candidate::hoursFromUsual),
        LEAST_STRANDED(candidate -> candidate.stranded().toMinutes()),
        NEXT_TO_OTHERS(candidate -> candidate.inside().toMinutes()),
        EARLIER(candidate -> candidate.start().getEpochSecond());

        private final ToLongFunction<Candidate> cost;

        Criterion(ToLongFunction<Candidate> cost) {
            this.cost = cost;
        }

        static Comparator<Candidate> order(Collection<Criterion> criteria) {
            return criteria.stream()
                    .map(criterion -> Comparator.comparingLong(criterion.cost))
                    .reduce(Comparator::thenComparing)
                    .orElseThrow();
        }
    }

    private static final Comparator<Candidate> ALL = Criterion.order(Arrays.asList(Criterion.values()));

    /** In what the starts of one date differ. */
    private static final Comparator<Candidate> OF_ONE_DATE =
            Criterion.order(EnumSet.range(Criterion.AT_THE_USUAL_HOUR, Criterion.EARLIER));

    private final int limit;
    private final List<Candidate> candidates = new ArrayList<>();

    /** {@code limit}: how many are offered. */
    SlotRanking(int limit) {
        this.limit = limit;
    }

    /** All candidates of one more date. */
    void add(List<Candidate> date) {
        candidates.addAll(spread(date));
    }

    /** Whether nothing that is free on such a date would be offered. */
    boolean isDecidedBefore(DateFit date) {
        return candidates.stream().filter(candidate -> candidate.before(date)).count() >= limit;
    }

    /** The best, best first. */
    List<Candidate> best() {
        return candidates.stream().sorted(ALL).limit(limit).toList();
    }

    /** Marks what lies beside a better start of the same date. */
    private static List<Candidate> spread(List<Candidate> date) {
        var apart = new TreeSet<Instant>();
        return date.stream()
                .sorted(OF_ONE_DATE)
                .map(candidate -> near(candidate.start(), apart) || !apart.add(candidate.start())
                        ? candidate.besideBetter()
                        : candidate)
                .toList();
    }

    private static boolean near(Instant start, TreeSet<Instant> others) {
        return !others.subSet(start.minus(APART), false, start.plus(APART), false)
                .isEmpty();
    }
}

package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of the free starts are offered first. */
final class SlotRanking {
    /** Of starts nearer to each other than this, the better one stands for both as long as there are others. */
    private static final Duration APART = Duration.ofMinutes(30);

    /** At the usual hour, then what strands the least time, next to others, and early. */
    private static final Comparator<Candidate> OF_ONE_DATE = Comparator.comparingLong(Candidate::hoursFromUsual)
            .thenComparingLong(candidate -> candidate.opening().strandedMinutes())
            .thenComparingLong(candidate -> candidate.opening().insideMinutes())
            .thenComparing(Candidate::start);

    private static final Comparator<Candidate> BEST =
            Comparator.comparing(Candidate::fit).thenComparing(OF_ONE_DATE);

    /**
     * All of one group are better than any of the next. {@code beside}: a better start of the same date lies so near that
     * nobody who declines that one would take this.
     */
    private record Group(boolean inWindow, boolean beside) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing((Group group) -> !group.inWindow).thenComparing(Group::beside);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private final int limit;
    private final NavigableMap<Group, List<Candidate>> groups = new TreeMap<>();

    /** {@code limit}: how many are offered. */
    SlotRanking(int limit) {
        this.limit = limit;
    }

    /** All candidates of one more date. */
    void add(List<Candidate> date) {
        var apart = new TreeSet<Instant>();
        for (var candidate : date.stream().sorted(OF_ONE_DATE).toList()) {
            var beside = near(candidate.start(), apart);
            if (!beside) {
                apart.add(candidate.start());
            }
            groups.computeIfAbsent(new Group(candidate.fit().inWindow(), beside), group -> new ArrayList<>())
                    .add(candidate);
        }
    }

    private static boolean near(Instant start, TreeSet<Instant> others) {
        return !others.subSet(start.minus(APART), false, start.plus(APART), false)
                .isEmpty();
    }

    /** Whether nothing that is free on such a date would be offered. */
    boolean isDecidedBefore(DateFit date) {
        var better = 0L;
        for (var group : groups.entrySet()) {
            better += group.getValue().stream()
                    .filter(candidate -> isBetter(group.getKey(), candidate, date))
                    .count();
        }
        return better >= limit;
    }

    /** Than all that may be free on a date. */
    private static boolean isBetter(Group group, Candidate candidate, DateFit date) {
        return group.beside()
                ? group.inWindow() && !date.inWindow()
                : candidate.fit().compareTo(date) < 0;
    }

    /** The best, best first. */
    List<Candidate> best() {
        return groups.values().stream()
                .flatMap(group -> group.stream().sorted(BEST))
                .limit(limit)
                .toList();
    }
}

package io.upswing.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what we handed over against what the provider has in its books. A message in doubt that it has is told apart by its
 * number, its words and its time; one that it does not have stays in doubt, and on the worklist.
 *
 * @param news what the books know better than our log
 * @param missing how many it said to have taken on that day, and does not have
 * @param strangers how many it has that are none of ours; one that failed may be of a reminder that went another way since
 */
public record Reconciliation(List<Reading.News> news, int missing, int strangers) {

    /**
     * Something that was handed over, or perhaps was.
     *
     * @param messageId as the provider knows it; null while it is in doubt
     * @param settled whether its end is known
     * @param to a telephone number as it is registered now
     */
    public record Handed(
            Claim claim, @Nullable String messageId, boolean settled, Instant startedAt, String to, String text) {}

    /** Clocks differ, and the provider writes whole seconds. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    public Reconciliation {
        news = List.copyOf(news);
    }

    /** @param day in UTC, whose books they are */
    public static Reconciliation of(List<Handed> handed, List<ProviderRecord> records, LocalDate day) {
        var rest = new HashMap<String, ProviderRecord>();
        records.forEach(record -> rest.put(record.messageId(), record));
        var news = new ArrayList<Reading.News>();
        int missing = 0;
        for (var each : handed) {
            var record = each.messageId() == null ? null : rest.remove(each.messageId());
            if (each.messageId() != null && !each.settled()) {
                if (record != null) {
                    news.add(record.about(each.claim()));
                } else if (isOf(day, each)) {
                    missing++;
                }
            }
        }
        news.addAll(resolved(handed, rest));
        return new Reconciliation(news, missing, strangers(rest));
    }

    /** What was begun shortly before midnight may stand in the books of the day after: of that it is not known. */
    private static boolean isOf(LocalDate day, Handed each) {
        var latest = each.startedAt().plus(Dispatching.OUTCOME_WITHIN).plus(SLACK);
        return day.equals(LocalDate.ofInstant(each.startedAt(), ZoneOffset.UTC))
                && day.equals(LocalDate.ofInstant(latest, ZoneOffset.UTC));
    }

    private static int strangers(Map<String, ProviderRecord> rest) {
        return (int) rest.values().stream()
                .filter(record -> !(record.receipt() instanceof Receipt.Bounced))
                .count();
    }

    /** Oldest first, and each record once: two of the same words to one number are two messages. */
    private static List<Reading.News> resolved(List<Handed> handed, Map<String, ProviderRecord> rest) {
        var news = new ArrayList<Reading.News>();
        var doubts = handed.stream()
                .filter(each -> each.messageId() == null && !each.settled())
                .sorted(Comparator.comparing(Handed::startedAt))
                .toList();
        for (var doubt : doubts) {
            rest.values().stream()
                    .filter(record -> isOf(doubt, record))
                    .min(Comparator.comparing(ProviderRecord::takenAt).thenComparing(ProviderRecord::messageId))
                    .ifPresent(record -> {
                        rest.remove(record.messageId());
                        news.add(record.about(doubt.claim()));
                    });
        }
        return news;
    }

    private static boolean isOf(Handed doubt, ProviderRecord record) {
        var earliest = doubt.startedAt().minus(SLACK);
        var latest = doubt.startedAt().plus(Dispatching.OUTCOME_WITHIN).plus(SLACK);
        return digits(record.to()).equals(digits(doubt.to()))
                && record.text().strip().equals(doubt.text().strip())
                && !record.takenAt().isBefore(earliest)
                && !record.takenAt().isAfter(latest);
    }

    private static String digits(String number) {
        return number.replaceAll("\\D", "");
    }
}

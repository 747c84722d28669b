package io.upswing.notification.command;

import io.quarkus.arc.All;
import io.upswing.notification.domain.Reading;
import io.upswing.notification.domain.ReceiptReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes down what providers say of what they took: late, early, twice and out of order make no difference. */
@Singleton
public class Receipts {
    private final Map<String, ReceiptReader> readers;
    private final LogJournal journal;

    Receipts(@All List<ReceiptReader> readers, LogJournal journal) {
        this.readers = readers.stream()
                .filter(ReceiptReader::configured)
                .collect(Collectors.toMap(ReceiptReader::name, Function.identity()));
        this.journal = journal;
    }

    /** Empty where this system has no such provider. */
    public Optional<ReceiptReader> of(String provider) {
        return Optional.ofNullable(readers.get(provider));
    }

    /** Does nothing where the log knows as much already, or of no such dispatch. */
    public void take(Reading.News news) {
        switch (news) {
            case Reading.Taken(var claim, var handover) -> journal.note(claim, handover);
            case Reading.Told(var claim, var receipt) -> journal.receive(claim, receipt);
        }
    }
}

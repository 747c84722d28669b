package io.upswing.notification.inbox;

import io.upswing.eventlog.StateRecord;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Sorts a batch of state records: new values, keys that were erased, and those whose value cannot be read, loudly. */
final class StateReader<T> {
    private static final Logger LOG = Logger.getLogger(StateReader.class);

    /** What a batch says. */
    record Batch<T>(List<T> values, List<UUID> erased, List<UUID> refused) {}

    private final Function<byte[], T> decode;

    /** @param decode throws when the value makes no sense */
    StateReader(Function<byte[], T> decode) {
        this.decode = decode;
    }

    Batch<T> read(List<StateRecord> records) {
        var batch = new Batch<T>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var record : records) {
            var value = record.value();
            if (value == null) {
                batch.erased().add(record.key());
            } else {
                read(record, value, batch);
            }
        }
        return batch;
    }

    private void read(StateRecord record, byte[] value, Batch<T> batch) {
        try {
            batch.values().add(decode.apply(value));
        } catch (IllegalArgumentException | DateTimeException e) {
            batch.refused().add(record.key());
            // its message may quote the value, and with it a name or a date of birth
            var fault = e.getCause() == null ? e : e.getCause();
            LOG.errorf(
                    "Skipped: %s of %s, version %d: %s",
                    record.key(),
                    record.topic(),
                    record.version(),
                    fault.getClass().getSimpleName());
        }
    }
}

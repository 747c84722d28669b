package io.upswing.notification.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.eventlog.StateRecord;
import io.upswing.notification.TestClock;
import io.upswing.scheduling.events.StateCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StateReaderTest {
    private static final UUID KEY = UUID.randomUUID();
    private static final Logger LOG = Logger.getLogger(StateReader.class.getName());

    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(handler);
    }

    @Test
    void what_cannot_be_read_is_told_by_its_key_and_not_quoted() {
        var value = "{\"givenName\": \"Ada\", \"birthDate\": \"2nd of May 1984\"}".getBytes(UTF_8);
        var reader = new StateReader<>(StateCodec.patients()::decode);

        var batch = reader.read(List.of(new StateRecord("patients", KEY, 3, "clinic-1", TestClock.NOW, value)));

        assertThat(batch.values()).isEmpty();
        assertThat(batch.refused()).containsExactly(KEY);
        assertThat(logged).singleElement().satisfies(record -> {
            assertThat(record.getThrown()).isNull();
            assertThat(record.getMessage() + Arrays.toString(record.getParameters()))
                    .contains(KEY.toString(), "patients", "InvalidFormatException")
                    .doesNotContain("Ada", "1984");
        });
    }
}

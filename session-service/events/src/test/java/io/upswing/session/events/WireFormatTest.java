package io.upswing.session.events;

import io.upswing.eventlog.WireContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What other services and later versions may rely on. */
class WireFormatTest {

    @TestFactory
    Stream<DynamicTest> every_event_keeps_to_its_golden_and_its_schema() {
        return WireContract.of(SessionEventTypes.codec(), Samples.ALL);
    }
}

package io.upswing.scheduling.events;

import io.upswing.eventlog.WireContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What other services and later versions may rely on. */
class WireFormatTest {

    @TestFactory
    Stream<DynamicTest> every_event_keeps_to_its_golden_and_its_schema() {
        return WireContract.of(SchedulingEventTypes.codec(), Samples.EVENTS);
    }

    @TestFactory
    Stream<DynamicTest> the_record_of_a_patient_does() {
        var codec = StateCodec.patients();
        return WireContract.of("patients.v1", Samples.AMA, codec.encode(Samples.AMA), codec::decode);
    }

    @TestFactory
    Stream<DynamicTest> what_is_due_for_a_course_does() {
        var codec = StateCodec.careDue();
        return WireContract.of("care-due.v1", Samples.DUE, codec.encode(Samples.DUE), codec::decode);
    }
}

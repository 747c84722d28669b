package io.upswing.scheduling.events;

import io.upswing.eventlog.EventCodec;
import java.util.Optional;

/** Scheduling events to JSON and back. Unknown types and fields are let pass: a later version may have written them. */
public final class SchedulingEventCodec implements EventCodec<SchedulingEvent> {
    private final RecordJson json = new RecordJson();

    @Override
    public String typeOf(SchedulingEvent event) {
        return SchedulingEventTypes.nameOf(event);
    }

    @Override
    public byte[] encode(SchedulingEvent event) {
        return json.write(event);
    }

    @Override
    public Optional<SchedulingEvent> decode(String type, byte[] value) {
        return SchedulingEventTypes.classOf(type).map(known -> json.read(value, known));
    }
}

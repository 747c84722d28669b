package io.upswing.notification.events;

import io.upswing.eventlog.EventCodec;
import java.util.Optional;

/** Notification events to JSON and back. Unknown types and fields are let pass: a later version may have written them. */
public final class NotificationEventCodec implements EventCodec<NotificationEvent> {
    private final RecordJson json = new RecordJson();

    @Override
    public String typeOf(NotificationEvent event) {
        return NotificationEventTypes.nameOf(event);
    }

    @Override
    public byte[] encode(NotificationEvent event) {
        return json.write(event);
    }

    @Override
    public Optional<NotificationEvent> decode(String type, byte[] value) {
        return NotificationEventTypes.classOf(type).map(known -> json.read(value, known));
    }
}

package io.upswing.session.api;

import io.upswing.http.Page;
import io.upswing.session.view.ListedSession;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The far end of a stream. It is sent what it does not show yet, and a sign of life while there is nothing new. */
final class Display implements AutoCloseable {
    private final SseEventSink sink;
    private final Sse sse;
    private final Duration quiet;
    private @Nullable List<ListedSession> shown;
    private long sentAt;

    Display(SseEventSink sink, Sse sse, Duration quiet) {
        this.sink = sink;
        this.sse = sse;
        this.quiet = quiet;
    }

    /** False once nobody looks at it any more. */
    boolean show(List<ListedSession> room) {
        if (!room.equals(shown)) {
            shown = room;
            send(sse.newEventBuilder()
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(new Page<>(room, room.size()))
                    .build());
        } else if (System.nanoTime() - sentAt > quiet.toNanos()) {
            send(sse.newEventBuilder().comment("nothing new").build());
        }
        return !sink.isClosed();
    }

    private void send(OutboundSseEvent event) {
        if (!sink.isClosed()) {
            sink.send(event)
                    .exceptionally(gone -> {
                        sink.close();
                        return null;
                    })
                    .toCompletableFuture()
                    .join();
            sentAt = System.nanoTime();
        }
    }

    @Override
    public void close() {
        if (!sink.isClosed()) {
            sink.close();
        }
    }
}

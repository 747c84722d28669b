package io.upswing.notification.gateway;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A body that leaves at most once, and of which it is known whether it left: a server cannot act on a request of which it
 * has the head only.
 */
final class SentOnce implements BodyPublisher {
    private enum Phase {
        WAITING,
        SENDING,
        WITHDRAWN
    }

    private final BodyPublisher body;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);

    SentOnce(String body) {
        this.body = BodyPublishers.ofString(body);
    }

    /** Whether nothing of it was sent; and then nothing will be. */
    boolean withdraw() {
        return phase.compareAndSet(Phase.WAITING, Phase.WITHDRAWN);
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        if (phase.compareAndSet(Phase.WAITING, Phase.SENDING)) {
            body.subscribe(subscriber);
        } else {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            });
            subscriber.onError(new IOException("It was sent already, or given up."));
        }
    }
}

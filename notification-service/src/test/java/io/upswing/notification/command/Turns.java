package io.upswing.notification.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/** Lets actors run one at a time, each until its next pause; who goes on is drawn from the seed. */
final class Turns {

    /** One line of work; it pauses wherever the real one could be overtaken. */
    interface Actor {
        void run() throws InterruptedException;
    }

    private static final class Seat {
        private final Semaphore turn = new Semaphore(0);
        private boolean over;
    }

    private final Random random;
    private final Semaphore scheduler = new Semaphore(0);
    private final List<Seat> seats = new ArrayList<>();
    private final ScopedSeat current = new ScopedSeat();

    /** Whose turn it is. */
    private static final class ScopedSeat {
        private Seat seat;
    }

    Turns(Random random) {
        this.random = random;
    }

    void add(Actor actor) {
        var seat = new Seat();
        seats.add(seat);
        Thread.ofVirtual().start(() -> {
            try {
                seat.turn.acquire();
                actor.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                seat.over = true;
                scheduler.release();
            }
        });
    }

    /** Of the actor whose turn it is: anything may happen now. */
    void pause() throws InterruptedException {
        var seat = current.seat;
        scheduler.release();
        seat.turn.acquire();
    }

    /** Gives one turn to somebody; false when all are done. */
    boolean next() throws InterruptedException {
        var running = seats.stream().filter(seat -> !seat.over).toList();
        if (running.isEmpty()) {
            return false;
        }
        current.seat = running.get(random.nextInt(running.size()));
        current.seat.turn.release();
        scheduler.acquire();
        return true;
    }
}

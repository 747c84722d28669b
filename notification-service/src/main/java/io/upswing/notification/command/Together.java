package io.upswing.notification.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lets what several threads want done at the same moment be done at once: whoever comes while something is being done goes
 * with the next. Of one key there is one at a time.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Together<Q, A> {
    private static final int MOST = 64;

    private record Waiting<Q, A>(Q asked, CompletableFuture<A> answer) {}

    private final Function<Q, Object> key;
    private final Function<List<Q>, List<A>> work;
    private final Deque<Waiting<Q, A>> queue = new ArrayDeque<>();
    private boolean busy;

    /** @param work answers all, in their order, or fails and has done nothing */
    Together(Function<Q, Object> key, Function<List<Q>, List<A>> work) {
        this.key = key;
        this.work = work;
    }

    /** Throws what its own work threw, and never what another's did. */
    A ask(Q asked) {
        var mine = new Waiting<Q, A>(asked, new CompletableFuture<>());
        if (enter(mine)) {
            // Not a virtual one: it waits for the database time and again, and would be woken behind all the others
            Thread.ofPlatform().name("together").start(this::workOff);
        }
        try {
            return mine.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** How many go with the next. */
    synchronized int waiting() {
        return queue.size();
    }

    /** True when nobody is at it. */
    private synchronized boolean enter(Waiting<Q, A> waiting) {
        queue.add(waiting);
        var first = !busy;
        busy = true;
        return first;
    }

    private void workOff() {
        for (var next = next(); !next.isEmpty(); next = next()) {
            answer(next);
        }
    }

    /** None when nothing is left; somebody else begins again then. */
    private synchronized List<Waiting<Q, A>> next() {
        var keys = new HashSet<>();
        var taken = new ArrayList<Waiting<Q, A>>();
        var later = new ArrayList<Waiting<Q, A>>();
        while (!queue.isEmpty() && taken.size() < MOST) {
            var waiting = queue.poll();
            (keys.add(key.apply(waiting.asked())) ? taken : later).add(waiting);
        }
        later.reversed().forEach(queue::addFirst);
        busy = !taken.isEmpty();
        return taken;
    }

    /** If it fails, each is done by itself: the fault is one's. */
    @SuppressWarnings("IllegalCatch") // whatever it was, somebody waits for it
    private void answer(List<Waiting<Q, A>> taken) {
        try {
            var answers = work.apply(taken.stream().map(Waiting::asked).toList());
            for (int i = 0; i < taken.size(); i++) {
                taken.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (taken.size() == 1) {
                taken.getFirst().answer().completeExceptionally(e);
            } else {
                taken.forEach(each -> answer(List.of(each)));
            }
        }
    }
}

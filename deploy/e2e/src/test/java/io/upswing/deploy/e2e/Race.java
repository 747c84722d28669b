package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.embedded.Ports;
import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.local.LocalSystem;
import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Sixty-four clients who ask at the same moment, one half of them at each of two replicas. */
final class Race implements AutoCloseable {
    static final int CLIENTS = 64;

    /** Of each race. */
    static final int ROUNDS = Integer.getInteger("stories.rounds", 40);

    interface Entrant {
        Answer ask(Api api, int client);
    }

    private final Server replica;
    private final Api here;
    private final Api there;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    private Race(Server replica, Api here) {
        this.replica = replica;
        this.here = here;
        this.there = here.withServiceAt("scheduling-service", LocalSystem.address(replica));
    }

    static Race withSecondReplica(Clinic clinic) {
        var replica = RunningSystem.get().replica("scheduling-service", Ports.free());
        replica.start();
        return new Race(replica, clinic.api());
    }

    void rounds(String what, IntConsumer round) {
        var began = System.nanoTime();
        for (int number = 0; number < ROUNDS; number++) {
            round.accept(number);
        }
        System.out.printf(
                "Race for %s: %d clients at 2 replicas, %d rounds in %.0f s%n",
                what, CLIENTS, ROUNDS, (System.nanoTime() - began) / 1e9);
    }

    /** The answers in the order of the clients. */
    List<Answer> together(Entrant entrant) {
        var start = new CountDownLatch(1);
        var asked = new ArrayList<Future<Answer>>();
        for (int number = 0; number < CLIENTS; number++) {
            var client = number;
            asked.add(clients.submit(() -> {
                start.await();
                return entrant.ask(client % 2 == 0 ? here : there, client);
            }));
        }
        start.countDown();
        return asked.stream().map(Race::answer).toList();
    }

    private static Answer answer(Future<Answer> asked) {
        try {
            return asked.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many won; whoever did not was told one of these codes. */
    static List<Answer> won(List<Answer> answers, int places, String... codes) {
        var won = won(answers, codes);
        assertThat(won).hasSize(places);
        return won;
    }

    /** However many won: whoever did not was told one of these codes. */
    static List<Answer> won(List<Answer> answers, String... codes) {
        var won = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.json().path("code").asText())
                    .as(answer.toString())
                    .isIn((Object[]) codes);
        });
        return won;
    }

    @Override
    public void close() {
        clients.close();
        replica.stop();
    }
}

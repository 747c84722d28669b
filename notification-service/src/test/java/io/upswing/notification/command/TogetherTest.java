package io.upswing.notification.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.deploy.embedded.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final List<List<Integer>> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void who_comes_meanwhile_goes_with_the_next() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var together = new Together<Integer, String>(asked -> asked, asked -> {
            begun.countDown();
            await(go);
            done.add(asked);
            return answers(asked);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> together.ask(0));
            begun.await();
            var others = IntStream.range(1, 20)
                    .mapToObj(number -> threads.submit(() -> together.ask(number)))
                    .toList();
            Wait.orFail(Duration.ofSeconds(10), "all to wait", () -> together.waiting() == 19);
            go.countDown();
            assertThat(first.get()).isEqualTo("0 is done");
            for (int number = 1; number < 20; number++) {
                assertThat(others.get(number - 1).get()).isEqualTo(number + " is done");
            }
        }
        assertThat(done).hasSize(2);
        assertThat(done.getLast()).hasSize(19);
    }

    @Test
    void of_one_key_there_is_one_at_a_time() throws Exception {
        var together = new Together<Integer, String>(asked -> asked % 3, asked -> {
            done.add(asked);
            return answers(asked);
        });
        askAll(together, 300);
        assertThat(done).allSatisfy(asked -> {
            var keys = new HashSet<Integer>();
            assertThat(asked).allMatch(number -> keys.add(number % 3));
        });
        assertThat(done.stream().flatMap(List::stream)).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void the_fault_of_one_is_nobody_elses() throws Exception {
        var together = new Together<Integer, String>(asked -> asked, asked -> {
            if (asked.contains(13)) {
                throw new IllegalStateException("unlucky");
            }
            return answers(asked);
        });
        var answers = askAll(together, 30);
        for (int number = 0; number < 30; number++) {
            var answer = answers.get(number);
            if (number == 13) {
                assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseMessage("unlucky");
            } else {
                assertThat(answer.get()).isEqualTo(number + " is done");
            }
        }
    }

    private static List<Future<String>> askAll(Together<Integer, String> together, int count) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> together.ask(number)))
                    .toList();
        }
    }

    private static List<String> answers(List<Integer> asked) {
        return asked.stream().map(number -> number + " is done").toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

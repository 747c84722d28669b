package io.upswing.session.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.session.events.SessionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Given what happened, when staff ask for something, then this. It is 1 April 2026 in New York, 15:00. */
final class DeciderSpec {
    static final Instant NOW = Instant.parse("2026-04-01T19:00:00Z");
    static final UUID EVENT = new UUID(9, 9);
    private static final Occasion OCCASION =
            new Occasion(EVENT, NOW, ZoneId.of("America/New_York"), LocalDate.of(1984, 5, 2));

    private final List<SessionEvent> history;

    private DeciderSpec(List<SessionEvent> history) {
        this.history = history;
    }

    static DeciderSpec given(SessionEvent... history) {
        return new DeciderSpec(List.of(history));
    }

    DeciderSpec and(SessionEvent... more) {
        return new DeciderSpec(Stream.concat(history.stream(), Stream.of(more)).toList());
    }

    List<SessionEvent> history() {
        return history;
    }

    /** The id of the n-th event of the history, from 0. */
    static UUID id(int n) {
        return new UUID(1, n);
    }

    When when(SessionCommand command) {
        return new When(chart(), command);
    }

    Chart chart() {
        return Chart.of(IntStream.range(0, history.size())
                .mapToObj(n -> new Happened(id(n), history.get(n)))
                .toList());
    }

    record When(Chart chart, SessionCommand command) {
        void then(SessionEvent event) {
            assertThat(Decider.decide(command, chart, OCCASION)).contains(event);
        }

        SessionEvent thenSomething() {
            return Decider.decide(command, chart, OCCASION).orElseThrow();
        }

        void thenNothing() {
            assertThat(Decider.decide(command, chart, OCCASION)).isEmpty();
        }

        void thenRefused(String code) {
            var refused = refused();
            assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused.code()).isEqualTo(code);
        }

        void thenRefused(String code, String detail) {
            thenRefused(code);
            assertThat(refused()).hasMessageContaining(detail);
        }

        void thenBadInput(String field) {
            var refused = refused();
            assertThat(refused.kind()).isEqualTo(Refused.Kind.BAD_INPUT);
            assertThat(refused.code()).isEqualTo(field);
        }

        void thenForbidden() {
            assertThat(refused().kind()).isEqualTo(Refused.Kind.FORBIDDEN);
        }

        void thenNoSuch() {
            assertThat(refused().kind()).isEqualTo(Refused.Kind.NO_SUCH);
        }

        private Refused refused() {
            return catchThrowableOfType(Refused.class, () -> Decider.decide(command, chart, OCCASION));
        }
    }
}

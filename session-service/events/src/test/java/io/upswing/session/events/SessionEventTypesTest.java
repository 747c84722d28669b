package io.upswing.session.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionEventTypesTest {
    @Test
    void every_event_has_a_wire_name_and_nothing_else_has() {
        assertThat(SessionEventTypes.all().keySet())
                .containsExactlyInAnyOrderElementsOf(events(SessionEvent.class).toList());
    }

    private static Stream<Class<? extends SessionEvent>> events(Class<?> kind) {
        return kind.isRecord()
                ? Stream.of(kind.asSubclass(SessionEvent.class))
                : Arrays.stream(kind.getPermittedSubclasses()).flatMap(SessionEventTypesTest::events);
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(Samples.ALL)
                .extracting(SessionEventTypes.codec()::typeOf)
                .containsExactlyInAnyOrderElementsOf(SessionEventTypes.all().values());
    }

    @Test
    void wire_names_say_service_fact_and_version() {
        assertThat(SessionEventTypes.all().values()).allMatch(name -> name.matches("session\\.[a-z]+(-[a-z]+)*\\.v1"));
    }
}

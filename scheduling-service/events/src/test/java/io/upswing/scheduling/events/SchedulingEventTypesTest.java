package io.upswing.scheduling.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchedulingEventTypesTest {
    @Test
    void every_event_has_a_wire_name_and_nothing_else_has() {
        assertThat(SchedulingEventTypes.all().keySet().stream().<Class<?>>map(type -> type))
                .containsExactlyInAnyOrderElementsOf(
                        leaves(SchedulingEvent.class).distinct().toList());
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(Samples.EVENTS)
                .extracting(SchedulingEventTypes.codec()::typeOf)
                .containsExactlyInAnyOrderElementsOf(SchedulingEventTypes.all().values());
    }

    @Test
    void wire_names_say_service_fact_and_version() {
        assertThat(SchedulingEventTypes.all().values())
                .allMatch(name -> name.matches("scheduling\\.[a-z]+(-[a-z]+)*\\.v1"));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(SchedulingEventTypesTest::leaves);
    }
}

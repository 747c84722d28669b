package io.upswing.notification.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotificationEventTypesTest {
    @Test
    void every_event_has_a_wire_name_and_nothing_else_has() {
        assertThat(NotificationEventTypes.all().keySet().stream().<Class<?>>map(type -> type))
                .containsExactlyInAnyOrderElementsOf(
                        leaves(NotificationEvent.class).distinct().toList());
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(Samples.ALL)
                .extracting(NotificationEventTypes.codec()::typeOf)
                .containsExactlyInAnyOrderElementsOf(
                        NotificationEventTypes.all().values());
    }

    @Test
    void wire_names_say_service_fact_and_version() {
        assertThat(NotificationEventTypes.all().values())
                .allMatch(name -> name.matches("notification\\.[a-z]+(-[a-z]+)*\\.v1"));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(NotificationEventTypesTest::leaves);
    }
}

package io.upswing.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.scheduling.events.SchedulingEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Given what happened to a patient, when someone asks, then this. */
final class DeciderSpec {
    private final List<SchedulingEvent> history;
    private final Map<UUID, Stage> came;

    private DeciderSpec(List<SchedulingEvent> history, Map<UUID, Stage> came) {
        this.history = history;
        this.came = came;
    }

    static DeciderSpec given(SchedulingEvent... history) {
        return new DeciderSpec(List.of(history), Map.of());
    }

    DeciderSpec cameTo(UUID appointmentId, Stage stage) {
        return new DeciderSpec(history, Map.of(appointmentId, stage));
    }

    When when(Function<PatientFile, Optional<SchedulingEvent>> decision) {
        return new When(() -> decision.apply(PatientFile.of(history, came)));
    }

    /** A decision that is yet to be made. */
    record When(Supplier<Optional<SchedulingEvent>> decision) {
        void then(SchedulingEvent event) {
            assertThat(decision.get()).contains(event);
        }

        <E extends SchedulingEvent> E thenA(Class<E> type) {
            return type.cast(decision.get().orElseThrow());
        }

        void thenNothing() {
            assertThat(decision.get()).isEmpty();
        }

        Refused thenRefused(Refusal refusal) {
            var refused = catchThrowableOfType(Refused.class, decision::get);
            assertThat(refused).isNotNull();
            assertThat(refused.refusal()).isEqualTo(refusal);
            return refused;
        }
    }
}

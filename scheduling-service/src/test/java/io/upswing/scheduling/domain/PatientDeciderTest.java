package io.upswing.scheduling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientDeciderTest {
    private static final UUID PATIENT = new UUID(0, 1);
    private static final PatientRecord AMA = ama("ama@example.org");
    private static final PatientRecord AMA_MOVED = ama("ama@example.com");

    @Test
    void registering_names_the_person_in_the_record_only() {
        var decided = PatientDecider.decide(new PatientCommand.Register(AMA), file(), null)
                .orElseThrow();

        assertThat(decided.event()).isEqualTo(new PatientRegistered(PATIENT));
        assertThat(decided.patient()).isEqualTo(AMA);
    }

    @Test
    void a_change_says_which_fields_and_the_record_says_what() {
        var change = new PatientCommand.Change(PATIENT, before -> AMA_MOVED);

        var decided = PatientDecider.decide(change, file(new PatientRegistered(PATIENT)), AMA)
                .orElseThrow();

        assertThat(decided.event()).isEqualTo(new PatientChanged(PATIENT, List.of("email")));
        assertThat(decided.patient()).isEqualTo(AMA_MOVED);
    }

    @Test
    void no_difference_is_no_event() {
        var change = new PatientCommand.Change(PATIENT, before -> before);

        assertThat(PatientDecider.decide(change, file(new PatientRegistered(PATIENT)), AMA))
                .isEmpty();
    }

    @Test
    void an_erasure_leaves_no_record_and_happens_once() {
        var erase = new PatientCommand.Erase(PATIENT);

        var decided = PatientDecider.decide(erase, file(new PatientRegistered(PATIENT)), AMA)
                .orElseThrow();

        assertThat(decided.event()).isEqualTo(new PatientErased(PATIENT));
        assertThat(decided.patient()).isNull();
        assertThat(PatientDecider.decide(erase, file(new PatientRegistered(PATIENT), new PatientErased(PATIENT)), null))
                .isEmpty();
    }

    @Test
    void who_was_erased_or_never_registered_cannot_be_changed() {
        refuses(null);
        refuses(null, new PatientRegistered(PATIENT), new PatientErased(PATIENT));
    }

    @Test
    void by_the_id_of_a_site_nobody_is_known() {
        refuses(null, new SiteOpened(PATIENT, "Riverside", "America/New_York", List.of(), false));
    }

    private static void refuses(@Nullable PatientRecord current, SchedulingEvent... history) {
        var change = new PatientCommand.Change(PATIENT, before -> AMA_MOVED);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> PatientDecider.decide(change, file(history), current))
                .matches(refused -> refused.refusal() == Refusal.NO_SUCH_PATIENT);
    }

    private static PatientFile file(SchedulingEvent... history) {
        return PatientFile.of(List.of(history));
    }

    private static PatientRecord ama(String email) {
        return new PatientRecord(
                PATIENT,
                "clinic-1",
                "Ama",
                "Owusu",
                LocalDate.of(1984, 2, 29),
                "America/New_York",
                "en",
                email,
                null,
                List.of(),
                null,
                null);
    }
}

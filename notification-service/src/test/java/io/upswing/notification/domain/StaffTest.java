package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.About.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What staff have to see to is put on their worklist, whatever the patient wants to hear. */
class StaffTest {
    private static final String AT = "2026-03-26T12:00:00Z"; // eight in the morning at the site

    private static PlanFixture gate() {
        return patient().pending(Kind.GATE, "2026-03-26", "2026-03-29", "2026-03-29");
    }

    @Test
    void a_gate_is_on_the_list_from_the_day_it_opens() {
        assertThat(gate().reminder("opened", "2026-03-20T12:00:00Z"))
                .returns(Reminder.State.PLANNED, Reminder::state)
                .returns(Channel.WORKLIST, Reminder::channel)
                .returns(Audience.PRESCRIBER, Reminder::audience)
                .returns(Instant.parse(AT), Reminder::sendAt);
        var listed = gate().started("opened", AT).settled("opened", new Handover.Accepted("x"), AT);
        assertThat(asked(listed, AT)).contains(Worklist.Kind.TO_DO);
        assertThat(asked(listed.nothingPending(), AT)).isEmpty();
    }

    @Test
    void it_is_to_be_done_however_late_it_becomes_known_and_whoever_was_erased() {
        assertThat(gate().state("opened", "2026-05-01T03:00:00Z")).isEqualTo(Reminder.State.PLANNED);
        assertThat(gate().forgotten().state("opened", AT)).isEqualTo(Reminder.State.PLANNED);
    }

    @Test
    void a_safety_task_waits_for_no_hour() {
        var task = patient().pending(Kind.SAFETY, "2026-03-26", "2026-03-26", "2026-03-26");
        assertThat(task.reminder("at-once", "2026-03-26T04:00:00Z").sendAt()).isEqualTo("2026-03-26T04:00:00Z");
    }

    private static Optional<Worklist.Kind> asked(PlanFixture patient, String at) {
        return Worklist.of(patient.reminder("opened", at), Policies.DEFAULTS, Instant.parse(at));
    }
}

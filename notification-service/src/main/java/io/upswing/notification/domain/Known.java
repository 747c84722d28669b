package io.upswing.notification.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a patient's plan rests on.
 *
 * @param patient null when erased, when nothing was heard of them yet, and when what was heard makes no sense
 * @param erased whether they asked to be forgotten
 * @param dispatches what the log says, by reminder
 */
public record Known(
        UUID patientId,
        String clinic,
        @Nullable Patient patient,
        boolean erased,
        List<Matter> matters,
        Map<UUID, Dispatch> dispatches) {
    public Known {
        matters = List.copyOf(matters);
        dispatches = Map.copyOf(dispatches);
    }

    /** As it is after the log said more of some of the patient's reminders. */
    public Known with(List<Dispatch> changed) {
        var after = new HashMap<>(dispatches);
        changed.forEach(dispatch -> after.put(dispatch.reminderId(), dispatch));
        return new Known(patientId, clinic, patient, erased, matters, after);
    }

    /** Who is told by a step: as it stands when the step is due by the patient's clock, or now where that was before. */
    @Nullable
    Recipient told(Step step, Matter matter, Instant now) {
        if (patient == null || patient.representative() == null) {
            return patient == null ? null : patient.self();
        }
        var due = Due.at(matter, step.offset(), patient.self().zone());
        return patient.told(due == null ? now : later(due, now));
    }

    /** Who is told what is due then; what should have gone before goes now. */
    public @Nullable Recipient told(Instant due, Instant now) {
        return patient == null ? null : patient.told(later(due, now));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Staff still have to see to what concerns a patient who is forgotten. */
    boolean isErasedFor(Step step) {
        return erased && !step.audience().isStaff();
    }
}

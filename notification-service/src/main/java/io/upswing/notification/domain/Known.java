package io.upswing.notification.domain;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a patient's plan rests on.
 *
 * @param recipient null when erased, when nothing was heard of them yet, and when what was heard makes no sense
 * @param erased whether they asked to be forgotten
 * @param dispatches what the log says, by reminder
 */
public record Known(
        UUID patientId,
        String clinic,
        @Nullable Recipient recipient,
        boolean erased,
        List<Matter> matters,
        Map<UUID, Dispatch> dispatches) {
    public Known {
        matters = List.copyOf(matters);
        dispatches = Map.copyOf(dispatches);
    }

    /** In whose hours a step is meant: the patient's own, of staff their site's. */
    ZoneId zone(Step step, Matter matter) {
        return recipient == null || step.audience().isStaff() ? matter.zone() : recipient.zone();
    }

    /** Staff still have to see to what concerns a patient who is forgotten. */
    boolean isErasedFor(Step step) {
        return erased && !step.audience().isStaff();
    }
}

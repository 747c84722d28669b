package io.upswing.notification.command;

import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.Text;
import io.upswing.notification.view.MadePlans;
import io.upswing.notification.view.Plans;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a patient would get, when and why; nothing is kept. */
@Singleton
public class Previews {

    /** {@code text}: as it would read now; null for what is not sent by its plan, and for staff. */
    public record Preview(
            Reminder reminder, String rule, @Nullable Text text) {}

    private final Plans plans;
    private final Letters letters;
    private final InstantSource clock;

    Previews(Plans plans, Letters letters, InstantSource clock) {
        this.plans = plans;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * @param policies null: those the clinic has
     * @return empty when the clinic has no such patient
     */
    public Optional<List<Preview>> of(String clinic, UUID patientId, @Nullable Policies policies) {
        return plans.preview(clinic, patientId, policies, clock.instant())
                .map(found -> found.stream().map(this::preview).toList());
    }

    private Preview preview(MadePlans.Current current) {
        var reminder = current.reminder();
        var rule = current.policies().inWords(reminder.about().kind(), reminder.step());
        return new Preview(reminder, rule, text(current));
    }

    private @Nullable Text text(MadePlans.Current current) {
        return current.reminder().state() == Reminder.State.PLANNED
                        && !current.reminder().audience().isStaff()
                ? letters.sample(current).map(letter -> letter.message().text()).orElse(null)
                : null;
    }
}

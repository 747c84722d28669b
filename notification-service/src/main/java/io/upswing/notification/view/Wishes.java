package io.upswing.notification.view;

import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Person;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What patients, and who acts for them, said to being written to; of whom nothing is here was never asked. */
record Wishes(Map<Who, Map<Channel, Consent>> consents, Map<Who, Channel> preferred) {

    /** The patient, or whoever acts for them. */
    record Who(UUID patientId, Person person) {}

    Map<Channel, Consent> consents(UUID patientId, Person person) {
        return consents.getOrDefault(new Who(patientId, person), Map.of());
    }

    @Nullable
    Channel preferred(UUID patientId, Person person) {
        return preferred.get(new Who(patientId, person));
    }
}

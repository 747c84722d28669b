package io.upswing.notification.view;

import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Known;
import io.upswing.notification.domain.Matter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** All that the plans of some patients rest on, loaded at once. */
@Singleton
class KnownPatients {
    private final Recipients recipients;
    private final Courses courses;
    private final Slots slots;
    private final Offers offers;
    private final Dispatches dispatches;

    KnownPatients(Recipients recipients, Courses courses, Slots slots, Offers offers, Dispatches dispatches) {
        this.recipients = recipients;
        this.courses = courses;
        this.slots = slots;
        this.offers = offers;
        this.dispatches = dispatches;
    }

    List<Known> of(Set<UUID> patients) {
        var people = recipients.of(patients);
        var erased = recipients.erased(patients);
        var matters = new HashMap<UUID, List<Matter>>();
        var clinics = new HashMap<UUID, String>();
        Stream.of(courses.of(patients), slots.of(patients), offers.of(patients))
                .flatMap(List::stream)
                .forEach(each -> {
                    matters.computeIfAbsent(each.patientId(), id -> new ArrayList<>())
                            .add(each.matter());
                    clinics.put(each.patientId(), each.clinic());
                });
        people.forEach((patient, person) -> clinics.putIfAbsent(patient, person.clinic()));
        var told = new HashMap<UUID, Map<UUID, Dispatch>>();
        for (var each : dispatches.of(patients)) {
            var dispatch = each.dispatch();
            told.computeIfAbsent(dispatch.patientId(), id -> new HashMap<>()).put(dispatch.reminderId(), dispatch);
            clinics.put(dispatch.patientId(), each.clinic());
        }
        return clinics.entrySet().stream()
                .map(entry -> known(entry.getKey(), entry.getValue(), people, erased, matters, told))
                .toList();
    }

    private static Known known(
            UUID patient,
            String clinic,
            Map<UUID, Recipients.OfClinic> people,
            Set<UUID> erased,
            Map<UUID, List<Matter>> matters,
            Map<UUID, Map<UUID, Dispatch>> told) {
        var person = people.get(patient);
        return new Known(
                patient,
                clinic,
                person == null || !person.clinic().equals(clinic) ? null : person.patient(),
                erased.contains(patient),
                matters.getOrDefault(patient, List.of()),
                told.getOrDefault(patient, Map.of()));
    }
}

package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OfPatient;
import io.upswing.session.events.SessionEvent.OfProtocol;
import io.upswing.session.events.SessionEvent.RecordVoided;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From session events to the facts of patients: a batch is read once, folded in memory and written once. */
@Singleton
class KnownPatientFold {
    private final KnownPatients patients;

    KnownPatientFold(KnownPatients patients) {
        this.patients = patients;
    }

    /** The patients of whom something else is known than before. */
    Set<UUID> apply(List<Recorded<SessionEvent>> events) {
        var ofPatients =
                events.stream().filter(recorded -> concerns(recorded.event())).toList();
        if (ofPatients.isEmpty()) {
            return Set.of();
        }
        var known = known(ofPatients);
        var changed = new HashSet<UUID>();
        for (var recorded : ofPatients) {
            var before = known.computeIfAbsent(recorded.stream(), id -> KnownPatient.unknown(id, recorded.clinic()));
            var after = before.with(before.facts().with(recorded.event(), recorded.id()));
            if (after != before) {
                known.put(after.id(), after);
                changed.add(after.id());
            }
        }
        if (!changed.isEmpty()) {
            patients.save(changed.stream().map(known::get).toList());
        }
        return changed;
    }

    private Map<UUID, KnownPatient> known(List<Recorded<SessionEvent>> events) {
        var ids = events.stream().map(Recorded::stream).collect(Collectors.toSet());
        return patients.lock(ids).stream()
                .collect(Collectors.toMap(KnownPatient::id, Function.identity(), (one, other) -> one, HashMap::new));
    }

    /** What a course's history lists of its patient is taken back in the words of the course. */
    private static boolean concerns(SessionEvent event) {
        return switch (event) {
            case OfPatient _, RecordVoided _ -> true;
            case OfCourse _, OfProtocol _ -> false;
        };
    }
}

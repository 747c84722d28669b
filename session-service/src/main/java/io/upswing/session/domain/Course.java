package io.upswing.session.domain;

import io.upswing.series.CourseFacts;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import io.upswing.series.Standing;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One course of treatment as recorded: what was pinned, the facts the due rules need, its sessions and its papers. */
public record Course(
        ProtocolPrescribed prescribed, CourseFacts facts, Map<UUID, Session> sessions, List<Happened> records) {

    static Course prescribed(ProtocolPrescribed prescribed, UUID eventId) {
        return new Course(
                prescribed, CourseFacts.of(prescribed, eventId), Map.of(), List.of(new Happened(eventId, prescribed)));
    }

    Course with(Happened happened, OfCourse event) {
        var folded = facts.with(event, happened.id());
        return new Course(prescribed, folded, SessionFold.with(sessions, happened), and(happened));
    }

    /** Recorded of the patient, and listed in this course's history. */
    Course with(Happened happened) {
        return new Course(prescribed, facts, sessions, and(happened));
    }

    private List<Happened> and(Happened happened) {
        var more = new ArrayList<>(records);
        more.add(happened);
        return more;
    }

    public UUID id() {
        return prescribed.courseId();
    }

    /** What the course is held to on a date: what was pinned when it was prescribed, or by a change of version since. */
    public Schedule schedule(LocalDate on) {
        var changed = latest(ProtocolVersionChanged.class, ProtocolVersionChanged::on, on);
        return changed == null ? prescribed.schedule() : changed.schedule();
    }

    public Optional<Session> session(UUID sessionId) {
        return Optional.ofNullable(sessions.get(sessionId));
    }

    public Standing standing(PatientFacts patient, LocalDate asOf) {
        return DueRules.standing(facts, patient, asOf, List.of());
    }

    /** The records of that kind that nobody took back, in the order in which they were recorded. */
    public <E extends SessionEvent> Stream<E> standing(Class<E> kind) {
        return records.stream()
                .filter(happened -> kind.isInstance(happened.event()) && !isVoided(happened.id()))
                .map(happened -> kind.cast(happened.event()));
    }

    /** Of the records dated up to {@code on} the one with the latest date; of one date the last recorded. */
    public <E extends SessionEvent> @Nullable E latest(Class<E> kind, Function<E, LocalDate> date, LocalDate on) {
        return standing(kind)
                .filter(event -> !date.apply(event).isAfter(on))
                .reduce(null, (best, next) -> later(best, next, date));
    }

    boolean isVoided(UUID eventId) {
        return records.stream()
                .anyMatch(happened -> happened.event() instanceof RecordVoided voided
                        && voided.eventId().equals(eventId));
    }

    static <E> E later(@Nullable E earlier, E next, Function<E, LocalDate> date) {
        return earlier == null || !date.apply(next).isBefore(date.apply(earlier)) ? next : earlier;
    }
}

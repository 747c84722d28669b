package io.upswing.deploy.bench;

import io.upswing.deploy.bench.History.Patient;
import io.upswing.deploy.bench.History.Step;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEventTypes;
import io.upswing.session.events.SessionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The session events of a clinic of imaginary patients who begin on days spread over two years, in the order of their
 * dates, as they would lie in the log. The same numbers give the same bytes.
 */
final class Histories {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final int DAYS_OF_BEGINNINGS = 730;

    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();
    private final String clinic;
    private final List<Step> steps;
    private final Map<Integer, List<Integer>> stepsByDay;
    private final List<Patient> patients = new ArrayList<>();
    private final Ids ids = new Ids(42);

    Histories(String clinic, UUID site, int events, int patients) {
        this.clinic = clinic;
        steps = new History(schedule(), Math.max(1, events / patients)).steps();
        stepsByDay = IntStream.range(0, steps.size())
                .boxed()
                .collect(Collectors.groupingBy(step -> steps.get(step).day()));
        for (int i = 0; i < patients; i++) {
            this.patients.add(new Patient(ids.next(), ids.next(), site));
        }
    }

    int size() {
        return patients.size() * steps.size();
    }

    void forEach(Consumer<EventRecord> reader) {
        for (int day = 0; day <= DAYS_OF_BEGINNINGS + lastDay(); day++) {
            for (int since = Math.max(0, day - DAYS_OF_BEGINNINGS + 1); since <= Math.min(day, lastDay()); since++) {
                tell(day, since, reader);
            }
        }
    }

    /** What happens on a day to those who began so many days before. */
    private void tell(int day, int since, Consumer<EventRecord> reader) {
        var today = stepsByDay.getOrDefault(since, List.of());
        if (today.isEmpty()) {
            return;
        }
        var on = FROM.plusDays(day);
        for (int i = day - since; i < patients.size(); i += DAYS_OF_BEGINNINGS) {
            for (var step : today) {
                reader.accept(record(patients.get(i), step, on));
            }
        }
    }

    private EventRecord record(Patient patient, int step, LocalDate on) {
        var event = steps.get(step).telling().tell(patient, on);
        var at = on.atTime(LocalTime.of(14, 5)).toInstant(ZoneOffset.UTC);
        return new EventRecord(
                new UUID(patient.id().getMostSignificantBits(), patient.course().getLeastSignificantBits() ^ step),
                codec.typeOf(event),
                patient.id(),
                step + 1L,
                clinic,
                "nurse 7",
                at,
                at.plusSeconds(60),
                null,
                null,
                codec.encode(event));
    }

    private int lastDay() {
        return steps.getLast().day();
    }

    static Schedule schedule() {
        try (var file = Histories.class.getResourceAsStream("esk-trd-us.json")) {
            return SessionJson.mapper()
                    .readValue(Objects.requireNonNull(file), Protocol.class)
                    .scheduleFor("standard")
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.upswing.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.EventRecord;
import io.upswing.series.CourseFacts;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEventTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many standings one core derives: from facts that are folded already, and from the bytes of the log, decoded, folded
 * and derived. Beside both, how many such logs it only parses as JSON.
 */
final class StandingsBench {
    /** So many that no cache of the processor holds them, and few enough for a small heap. */
    private static final int PATIENTS = 1_000;

    private static final UUID SITE = new UUID(0, 1);
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();
    private final List<List<EventRecord>> logs;
    private final List<Known> known;
    private final long nanos;
    private final int events;
    private int seen;

    /** What is known of a patient with one course on the day of the last event. */
    private record Known(CourseFacts course, PatientFacts patient, LocalDate asOf) {
        int derive() {
            return DueRules.standing(course, patient, asOf, List.of()).because().size();
        }
    }

    StandingsBench(Sizes sizes) {
        var patients = Math.min(PATIENTS, sizes.patients());
        events = Math.max(1, sizes.events() / sizes.patients());
        logs = logs(new Histories("bench", SITE, patients * events, patients));
        known = logs.stream().map(this::fold).toList();
        nanos = sizes.time().dividedBy(5).toNanos();
    }

    void run(Consumer<Figure> report) {
        DoubleSupplier parsed = () -> rate(logs, StandingsBench::parse);
        DoubleSupplier fromLog = () -> rate(logs, log -> fold(log).derive());
        DoubleSupplier inMemory = () -> rate(known, Known::derive);
        for (var each : List.of(parsed, fromLog, inMemory)) {
            seen |= (int) each.getAsDouble(); // until all is compiled
        }
        report.accept(figure("standings from the log, one core", Duel.of(fromLog, parsed)));
        report.accept(figure("standings in memory, one core", Duel.of(inMemory, parsed)));
        if (seen == 0) {
            throw new IllegalStateException("Nothing was derived");
        }
    }

    private Figure figure(String name, Duel duel) {
        var limit = new Limit("the same logs parsed as JSON", Quantity.perSecond(duel.limit()));
        return Figure.unasked(name, Quantity.perSecond(duel.measured()), limit)
                .noting(String.format(Locale.ROOT, "%,d courses of %d events each", logs.size(), events));
    }

    /** Of all in turn, again and again, until the time is over. */
    private <T> double rate(List<T> all, ToIntFunction<T> work) {
        var from = System.nanoTime();
        var done = 0L;
        while (System.nanoTime() - from < nanos) {
            for (var one : all) {
                seen |= work.applyAsInt(one);
            }
            done += all.size();
        }
        return done * 1e9 / (System.nanoTime() - from);
    }

    private static int parse(List<EventRecord> log) {
        try {
            var fields = 0;
            for (var record : log) {
                fields += PLAIN.readTree(record.value()).size();
            }
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Known fold(List<EventRecord> log) {
        @Nullable CourseFacts course = null;
        var patient = PatientFacts.NONE;
        for (var record : log) {
            var event = codec.decode(record.type(), record.value()).orElseThrow();
            patient = patient.with(event, record.id());
            if (event instanceof ProtocolPrescribed prescribed) {
                course = CourseFacts.of(prescribed, record.id());
            } else if (event instanceof OfCourse ofCourse) {
                course = Objects.requireNonNull(course).with(ofCourse, record.id());
            }
        }
        var asOf = log.getLast().happenedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return new Known(Objects.requireNonNull(course), patient, asOf);
    }

    private static List<List<EventRecord>> logs(Histories histories) {
        Map<UUID, List<EventRecord>> streams = new LinkedHashMap<>();
        histories.forEach(record -> streams.computeIfAbsent(record.stream(), stream -> new ArrayList<>())
                .add(record));
        return List.copyOf(streams.values());
    }
}

package io.upswing.eventlog;

import io.upswing.eventlog.SimLogStore.Event;
import io.upswing.eventlog.SimLogStore.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold when everything has come to rest. */
final class SimChecks {

    /** Something that must hold did not. */
    static final class Violated extends AssertionError {
        private static final long serialVersionUID = 1L;

        Violated(String what) {
            super(what);
        }
    }

    private final Simulation world;

    SimChecks(Simulation world) {
        this.world = world;
    }

    boolean atRest() {
        return unrest().isEmpty();
    }

    /** What is still going on. */
    String unrest() {
        if (!world.owners().stream().allMatch(SimOwner::isIdle)) {
            return "an owner is not idle";
        }
        if (!world.followers().stream().allMatch(SimFollower::isIdle)) {
            return "a follower is not idle";
        }
        if (!world.kafka.nothingInFlight()) {
            return "something is in flight";
        }
        if (events().stream().anyMatch(event -> event.topic() == null)) {
            return "events are unsent";
        }
        if (states().stream().anyMatch(state -> state.topic() == null)) {
            return "states are unsent";
        }
        if (world.isHealed() && parked().stream().anyMatch(record -> record.version() > 0)) {
            return "something is parked that could be applied";
        }
        return "";
    }

    void check() {
        var healed = world.isHealed();
        var log = log();
        inOrder(log);
        sameAsTable(log);
        everyPromiseIsIn(log);
        same("the own view", texts(log), notes(world.ownerDatabase()));
        same("the follower's view", healed ? texts(log) : readable(log), notes(world.followerDatabase()));
        nothingElseIsParked(log, healed);
        statesAgree();
    }

    /** What the tables held at some time. */
    record Tables(List<Event> events, List<State> states) {}

    Tables tables() {
        return new Tables(events(), states());
    }

    boolean isInTheLog(Tables tables) {
        var ids = log().values().stream()
                .flatMap(List::stream)
                .map(EventRecord::id)
                .collect(Collectors.toSet());
        var cards = lastOfEachKey();
        return tables.events().stream()
                        .allMatch(event -> ids.contains(event.record().id()))
                && tables.states().stream()
                        .map(State::record)
                        .allMatch(state -> cards.containsKey(state.key())
                                && cards.get(state.key()).version() >= state.version());
    }

    /** The streams of the log: what appeared first counts. */
    private Map<UUID, List<EventRecord>> log() {
        var log = new TreeMap<UUID, List<EventRecord>>();
        eventsInTheLog().forEach(record -> {
            var stream = log.computeIfAbsent(record.stream(), id -> new ArrayList<>());
            if (stream.stream().noneMatch(known -> known.id().equals(record.id()))) {
                stream.add(record);
            }
        });
        return log;
    }

    private Stream<EventRecord> eventsInTheLog() {
        return placed(Simulation.EVENTS).map(SimKafka.Placed::value).mapMulti((value, records) -> {
            if (value instanceof EventRecord record) {
                records.accept(record);
            }
        });
    }

    private Stream<SimKafka.Placed> placed(String topic) {
        return IntStream.range(0, SimKafka.PARTITIONS)
                .mapToObj(partition -> world.kafka.partition(topic, partition).from(0, Integer.MAX_VALUE))
                .flatMap(List::stream);
    }

    private static void inOrder(Map<UUID, List<EventRecord>> log) {
        for (var stream : log.values()) {
            for (int i = 0; i < stream.size(); i++) {
                require(
                        stream.get(i).version() == i + 1,
                        () -> "versions in the log: "
                                + stream.stream().map(EventRecord::version).toList());
            }
        }
    }

    private void sameAsTable(Map<UUID, List<EventRecord>> log) {
        var topic = world.kafka.ensure(Simulation.EVENTS);
        var table = new HashMap<UUID, EventRecord>();
        for (var event : events()) {
            require(topic.equals(event.topic()), () -> "a row is marked as in another topic");
            table.put(event.record().id(), event.record());
        }
        var logged = log.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(EventRecord::id, record -> record));
        require(table.equals(logged), () -> "table " + ids(table) + " and log " + ids(logged) + " differ");
    }

    private static String ids(Map<UUID, EventRecord> records) {
        return records.values().stream()
                .map(record -> record.stream().toString().substring(0, 4) + "@" + record.version())
                .sorted()
                .toList()
                .toString();
    }

    void everyPromiseIsIn(Map<UUID, List<EventRecord>> log) {
        world.promised.forEach((id, answer) -> {
            var stream = log.getOrDefault(answer.stream(), List.of());
            var there = stream.size() >= answer.version() ? stream.get((int) answer.version() - 1) : null;
            require(
                    there != null && there.id().equals(id) && text(there).equals(answer.text()),
                    () -> "promised and not kept: " + answer);
        });
    }

    /** For worlds in which the log may be forked: what was promised is in the table, and somewhere in the log. */
    void everyPromiseIsOnBothMedia() {
        var table = answers(events().stream().map(Event::record));
        var log = answers(eventsInTheLog());
        for (var answer : world.promised.values()) {
            require(table.contains(answer), () -> "promised and not in the table: " + answer);
            require(log.contains(answer), () -> "promised and not in the log: " + answer);
        }
    }

    /** The state that goes with a promised event, or a later one: perhaps of an event that was lost unpromised. */
    void cardIsInItsTopic(Recorded<String> promised) {
        require(
                placed(Simulation.CARDS)
                        .anyMatch(placed -> placed.value() instanceof StateRecord card
                                && card.key().equals(promised.stream())
                                && Simulation.eventsBefore(card(card).text()) >= promised.version() - 1),
                () -> "promised, and its card is in no topic: " + promised.event());
    }

    private static Set<Simulation.Answer> answers(Stream<EventRecord> records) {
        return records.map(record -> new Simulation.Answer(record.stream(), record.version(), text(record)))
                .collect(Collectors.toSet());
    }

    private static Map<UUID, List<String>> texts(Map<UUID, List<EventRecord>> log) {
        var texts = new TreeMap<UUID, List<String>>();
        log.forEach((stream, records) ->
                texts.put(stream, records.stream().map(SimChecks::text).toList()));
        return texts;
    }

    /** Of each stream what comes before the first poison. */
    private static Map<UUID, List<String>> readable(Map<UUID, List<EventRecord>> log) {
        var texts = texts(log);
        texts.replaceAll(
                (stream, all) -> all.stream().takeWhile(text -> !isPoison(text)).toList());
        texts.values().removeIf(List::isEmpty);
        return texts;
    }

    private static boolean isPoison(String text) {
        return text.startsWith("unreadable") || text.startsWith("refused");
    }

    private static Map<UUID, List<String>> notes(SimDatabase database) {
        return database.<SimViews.Notes>all(SimViews.NOTES).stream()
                .collect(Collectors.toMap(SimViews.Notes::stream, SimViews.Notes::texts, (a, b) -> a, TreeMap::new));
    }

    private void nothingElseIsParked(Map<UUID, List<EventRecord>> log, boolean healed) {
        var poisoned = log.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(record -> isPoison(text(record))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (var record : parked()) {
            require(
                    record.version() == 0 || !healed && poisoned.contains(record.stream()),
                    () -> "parked without need: version " + record.version() + " " + text(record));
        }
        for (var stream : world.followerDatabase().<SimFollowStore.Stream>all(SimFollowStore.HEADS)) {
            require(
                    stream.head().parked() == null || stream.head().parked() == FollowStore.Parked.POISON,
                    () -> "parked as " + stream.head());
        }
    }

    private List<EventRecord> parked() {
        return world.followerDatabase().<SimFollowStore.Parking>all(SimFollowStore.PARKED).stream()
                .map(SimFollowStore.Parking::record)
                .toList();
    }

    private void statesAgree() {
        var table = new TreeMap<UUID, SimViews.Card>();
        for (var state : states()) {
            var r = state.record();
            table.put(r.key(), card(r));
        }
        same("the state topic", table, lastOfEachKey());
        same("the own cards", contents(table), contents(cards(world.ownerDatabase())));
        same("the follower's cards", table, cards(world.followerDatabase()));
    }

    /** A value that was renewed has another version than when it was folded. */
    private static Map<UUID, String> contents(Map<UUID, SimViews.Card> cards) {
        var contents = new TreeMap<UUID, String>();
        cards.forEach((key, card) -> contents.put(key, card.text()));
        return contents;
    }

    /** What compaction would leave. */
    private Map<UUID, SimViews.Card> lastOfEachKey() {
        var last = new TreeMap<UUID, SimViews.Card>();
        placed(Simulation.CARDS).forEach(placed -> {
            if (placed.value() instanceof StateRecord record) {
                last.put(record.key(), card(record));
            }
        });
        return last;
    }

    private static SimViews.Card card(StateRecord r) {
        return new SimViews.Card(
                r.key(), r.version(), new String(Objects.requireNonNull(r.value()), StandardCharsets.UTF_8));
    }

    private static Map<UUID, SimViews.Card> cards(SimDatabase database) {
        return database.<SimViews.Card>all(SimViews.CARDS).stream()
                .collect(Collectors.toMap(SimViews.Card::key, card -> card, (a, b) -> a, TreeMap::new));
    }

    private List<Event> events() {
        return world.ownerDatabase().all(SimLogStore.EVENTS);
    }

    private List<State> states() {
        return world.ownerDatabase().all(SimLogStore.STATES);
    }

    private static String text(EventRecord record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static void same(String what, Map<?, ?> expected, Map<?, ?> found) {
        require(
                new LinkedHashMap<>(expected).equals(new LinkedHashMap<>(found)),
                () -> what + " is\n" + found + " and should be\n" + expected);
    }

    private static void require(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new Violated(otherwise.get());
        }
    }
}

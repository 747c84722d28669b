package io.upswing.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Views that remember every event they were given, in order: what comes twice, late or not at all shows.
 *
 * @param healed whether this version of the service understands everything
 */
record SimViews(SimTransactions transactions, BooleanSupplier healed) implements View<String> {

    static final String NOTES = "note";
    static final String CARDS = "card";

    /** What a stream came to. */
    record Notes(UUID stream, List<String> texts) {}

    /** A value of a state topic. */
    record Card(UUID key, long version, String text) {}

    @Override
    public void apply(List<Recorded<String>> events) {
        for (var recorded : events) {
            if (recorded.event().startsWith("refused") && !healed.getAsBoolean()) {
                throw new IllegalStateException("the views cannot take it");
            }
            var tx = transactions.tx();
            tx.lock(NOTES, recorded.stream());
            Notes before = tx.get(NOTES, recorded.stream());
            var texts = before == null ? new ArrayList<String>() : new ArrayList<>(before.texts());
            texts.add(recorded.event());
            tx.put(NOTES, recorded.stream(), new Notes(recorded.stream(), texts));
        }
    }

    @Override
    public void applyStates(List<StateRecord> states) {
        for (var state : states) {
            var text = new String(Objects.requireNonNull(state.value()), StandardCharsets.UTF_8);
            transactions.tx().put(CARDS, state.key(), new Card(state.key(), state.version(), text));
        }
    }

    @Override
    public void startRebuild() {
        var tx = transactions.tx();
        tx.<Notes>find(NOTES, notes -> true).forEach(notes -> tx.delete(NOTES, notes.stream()));
        tx.<Card>find(CARDS, card -> true).forEach(card -> tx.delete(CARDS, card.key()));
    }

    @Override
    public void finishRebuild() {}
}

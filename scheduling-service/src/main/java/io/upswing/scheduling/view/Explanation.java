package io.upswing.scheduling.view;

import io.upswing.series.Because;
import io.upswing.series.DueItem;
import io.upswing.series.Sources;
import io.upswing.series.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How a standing came about, in plain sentences for a clinician: the reasons in the order of the rules, then what is due
 * and why, then what is for a person to decide. {@code text}: the same, to be read in one piece.
 */
public record Explanation(UUID courseId, LocalDate asOf, List<Sentence> sentences, String text) {
    private static final String PINNED = "The schedule that the course is held to";

    /** {@code rule}: as in the standing; 5 of a due item, asOf of the opening; {@code events}: what the sentence rests on. */
    public record Sentence(String rule, String text, String source, List<String> events) {
        public Sentence {
            events = List.copyOf(events);
        }

        private static Sentence of(Because because) {
            return new Sentence(because.rule(), because.text(), because.source(), ids(because.events()));
        }

        private static Sentence of(Standing.Prompt prompt) {
            return new Sentence(
                    "R16", "For a clinician to decide: " + prompt.text(), Sources.HOUSE_RULE, prompt.evidence());
        }
    }

    public Explanation {
        sentences = List.copyOf(sentences);
    }

    /** Says nothing that the standing does not say, and each thing once: a prompt, which is a reason too, at the end. */
    public static Explanation of(Standing standing) {
        var told = new HashSet<String>();
        standing.prompts().forEach(prompt -> told.add(prompt.text()));
        var sentences = new ArrayList<Sentence>();
        sentences.add(opening(standing));
        addNew(standing.because(), told, sentences);
        for (var item : standing.dueItems()) {
            sentences.add(new Sentence("5", DueInWords.of(item), Sources.HOUSE_RULE, reasons(item)));
            addNew(item.because(), told, sentences);
        }
        standing.prompts().stream().map(Sentence::of).forEach(sentences::add);
        var text = sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
        return new Explanation(standing.courseId(), standing.asOf(), sentences, text);
    }

    private static void addNew(List<Because> reasons, Set<String> told, List<Sentence> sentences) {
        for (var because : reasons) {
            if (told.add(because.text())) {
                sentences.add(Sentence.of(because));
            }
        }
    }

    private static Sentence opening(Standing standing) {
        var protocol = standing.protocol();
        var text = "On " + standing.asOf() + " the course follows " + protocol.id() + ", version " + protocol.version()
                + ".";
        return new Sentence("asOf", text, PINNED, List.of());
    }

    private static List<String> reasons(DueItem item) {
        return ids(item.because().stream()
                .flatMap(because -> because.events().stream())
                .distinct()
                .toList());
    }

    private static List<String> ids(List<UUID> events) {
        return events.stream().map(UUID::toString).toList();
    }
}

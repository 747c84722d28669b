package io.upswing.session.domain;

import static io.upswing.session.domain.Band.upTo;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scales that are recorded: how high each item may be answered, how the answers make a score, what a score is called. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are copies that nobody can change
public enum Instrument {
    PHQ9(
            items(9, 3),
            upTo(4, "minimal"),
            upTo(9, "mild"),
            upTo(14, "moderate"),
            upTo(19, "moderately severe"),
            upTo(27, "severe")),
    GAD7(items(7, 3), upTo(4, "minimal"), upTo(9, "mild"), upTo(14, "moderate"), upTo(21, "severe")),
    /** Bands by Snaith. */
    MADRS(items(10, 6), upTo(6, "normal"), upTo(19, "mild"), upTo(34, "moderate"), upTo(60, "severe")),
    QIDSSR16(
            items(16, 3),
            upTo(5, "none"),
            upTo(10, "mild"),
            upTo(15, "moderate"),
            upTo(20, "severe"),
            upTo(27, "very severe")),
    /** Insomnia, somatic symptoms other than anxiety, weight and insight go to 2, the others to 4. */
    HAMD17(
            List.of(4, 4, 4, 2, 2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2),
            upTo(7, "normal"),
            upTo(13, "mild"),
            upTo(18, "moderate"),
            upTo(22, "severe"),
            upTo(52, "very severe")),
    /** The screener: yes or no, without a total. */
    CSSRS(items(Suicidality.QUESTIONS, 1)),
    CADSS(items(23, 4));

    private final List<Integer> highest;
    private final List<Band> bands;

    Instrument(List<Integer> highest, Band... bands) {
        this.highest = highest;
        this.bands = List.of(bands);
    }

    private static List<Integer> items(int count, int highest) {
        return Collections.nCopies(count, highest);
    }

    boolean hasScore() {
        return this != CSSRS;
    }

    /** Whether a lower score is a response: of the severity of an illness it is, of dissociation in a session it is not. */
    boolean showsResponse() {
        return !bands.isEmpty();
    }

    int highestScore() {
        return this == QIDSSR16
                ? Qids.score(highest)
                : highest.stream().mapToInt(Integer::intValue).sum();
    }

    int score(List<Integer> answers) {
        return this == QIDSSR16
                ? Qids.score(answers)
                : answers.stream().mapToInt(Integer::intValue).sum();
    }

    /** Null where the scale has no official bands. */
    @Nullable
    String band(int score) {
        return bands.isEmpty() ? null : Band.of(score, bands);
    }

    /** The last question of the screener is only asked after a yes. */
    private int fewest() {
        return this == CSSRS ? Suicidality.QUESTIONS - 1 : highest.size();
    }

    /** @throws Refused that names the first item that is not as the scale has it, from 0 */
    void requireAnswers(List<Integer> answers) {
        if (answers.size() < fewest() || answers.size() > highest.size()) {
            var count = fewest() == highest.size() ? "" + fewest() : fewest() + " or " + highest.size();
            throw Refused.badInput("answers", this + " has " + count + " answers");
        }
        for (var item = 0; item < answers.size(); item++) {
            if (answers.get(item) < 0 || answers.get(item) > highest.get(item)) {
                throw Refused.badInput("answers." + item, "must be between 0 and " + highest.get(item));
            }
        }
        if (this == CSSRS && Suicidality.leavesOpen(answers)) {
            throw Refused.badInput("answers." + answers.size(), "must be answered after a yes to the one before");
        }
    }

    /** @throws Refused when it has no total, or none like this */
    void requireScore(int score) {
        if (!hasScore()) {
            throw Refused.badInput("answers", this + " has no total: it needs its answers");
        }
        if (score < 0 || score > highestScore()) {
            throw Refused.badInput("score", "must be between 0 and " + highestScore());
        }
    }
}

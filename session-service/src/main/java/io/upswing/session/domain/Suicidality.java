package io.upswing.session.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which answers say that a clinician must look at once. The screener of the C-SSRS asks for wish to be dead, thoughts,
 * method, intent, plan, and behaviour: ever and, after a yes, in the past three months.
 */
final class Suicidality {
    static final int QUESTIONS = 7;
    static final String HIGH = "high";

    private static final int METHOD = 2;
    private static final int INTENT = 3;
    private static final int PLAN = 4;
    private static final int BEHAVIOUR_EVER = 5;
    private static final int BEHAVIOUR_LATELY = 6;
    private static final int ITEM_9 = 8;

    private Suicidality() {}

    static String risk(List<Integer> answers) {
        if (yes(answers, INTENT) || yes(answers, PLAN) || yes(answers, BEHAVIOUR_LATELY)) {
            return HIGH;
        }
        if (yes(answers, METHOD) || yes(answers, BEHAVIOUR_EVER)) {
            return "moderate";
        }
        return answers.contains(1) ? "low" : "none";
    }

    /** Whatever the total. A total alone says nothing of its items. */
    static boolean needsClinician(Instrument instrument, @Nullable List<Integer> answers) {
        if (answers == null) {
            return false;
        }
        return switch (instrument) {
            case PHQ9 -> answers.get(ITEM_9) > 0;
            case CSSRS -> risk(answers).equals(HIGH);
            case GAD7, MADRS, QIDSSR16, HAMD17, CADSS -> false;
        };
    }

    /** Whoever has ever done something is asked whether it was lately: without that answer the risk would look lower. */
    static boolean leavesOpen(List<Integer> answers) {
        return yes(answers, BEHAVIOUR_EVER) && answers.size() < QUESTIONS;
    }

    private static boolean yes(List<Integer> answers, int question) {
        return question < answers.size() && answers.get(question) == 1;
    }
}

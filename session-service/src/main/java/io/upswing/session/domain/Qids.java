package io.upswing.session.domain;

import java.util.Collections;
import java.util.List;

/** QIDS-SR16: sixteen items make nine domains; sleep, appetite and weight, and restlessness count by their highest item. */
final class Qids {
    private static final int SLEEP = 4;
    private static final int APPETITE_AND_WEIGHT_FROM = 5;
    private static final int APPETITE_AND_WEIGHT_TO = 9;
    private static final int RESTLESSNESS_FROM = 14;

    private Qids() {}

    static int score(List<Integer> answers) {
        return Collections.max(answers.subList(0, SLEEP))
                + answers.get(SLEEP)
                + Collections.max(answers.subList(APPETITE_AND_WEIGHT_FROM, APPETITE_AND_WEIGHT_TO))
                + sum(answers.subList(APPETITE_AND_WEIGHT_TO, RESTLESSNESS_FROM))
                + Collections.max(answers.subList(RESTLESSNESS_FROM, answers.size()));
    }

    private static int sum(List<Integer> answers) {
        return answers.stream().mapToInt(Integer::intValue).sum();
    }
}

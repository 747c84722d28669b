package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the assessments up to an instant say: of each value the latest that names it. */
record Recovery(
        @Nullable Integer moaas,
        @Nullable Integer cadss,
        @Nullable Boolean respiratoryDepression) {
    /** Modified Observer's Assessment of Alertness/Sedation: 5 is alert. */
    private static final int ALERT = 5;

    /** Clinician-Administered Dissociative States Scale: up to 4 is no dissociation. */
    private static final int NOT_DISSOCIATED = 4;

    static Recovery by(Instant at, List<AssessmentRecorded> assessments) {
        var known = assessments.stream()
                .filter(assessment -> !assessment.at().isAfter(at))
                .toList();
        return new Recovery(
                latest(known, AssessmentRecorded::moaas),
                latest(known, AssessmentRecorded::cadss),
                latest(known, AssessmentRecorded::respiratoryDepression));
    }

    private static <T> @Nullable T latest(
            List<AssessmentRecorded> known, Function<AssessmentRecorded, @Nullable T> value) {
        for (var assessment : known.reversed()) {
            var named = value.apply(assessment);
            if (named != null) {
                return named;
            }
        }
        return null;
    }

    static boolean isSedated(int moaas) {
        return moaas < ALERT;
    }

    static boolean isDissociated(int cadss) {
        return cadss > NOT_DISSOCIATED;
    }

    /** What has not resolved, in words; empty where nothing speaks against going. */
    List<String> unresolved() {
        return Stream.of(
                        moaas != null && isSedated(moaas) ? "sedation (MOAA/S " + moaas + ")" : "",
                        cadss != null && isDissociated(cadss) ? "dissociation (CADSS " + cadss + ")" : "",
                        Boolean.TRUE.equals(respiratoryDepression) ? "respiratory depression" : "")
                .filter(what -> !what.isEmpty())
                .toList();
    }
}

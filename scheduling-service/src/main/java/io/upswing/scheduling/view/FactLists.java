package io.upswing.scheduling.view;

import io.upswing.series.CourseFacts;
import io.upswing.series.DecisionFacts;
import io.upswing.series.Prescription;
import io.upswing.series.SessionFacts;
import io.upswing.series.StatusFacts;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The facts of a course without its prescription, most of which has columns of its own. {@code movedTo}: the ids of the
 * schedules of the versions to which the course was moved.
 */
record FactLists(
        Prescription.Setting setting,
        Map<Integer, UUID> movedTo,
        SessionFacts given,
        DecisionFacts decided,
        StatusFacts status) {

    static FactLists of(Course course) {
        var facts = course.facts();
        var movedTo = course.movedTo().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, version -> version.getValue().id()));
        return new FactLists(facts.prescription().setting(), movedTo, facts.given(), facts.decided(), facts.status());
    }

    CourseFacts under(Prescription prescription) {
        return new CourseFacts(prescription, given, decided, status);
    }
}

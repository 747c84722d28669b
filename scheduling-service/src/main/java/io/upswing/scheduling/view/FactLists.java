package io.upswing.scheduling.view;

import io.upswing.series.CourseFacts;
import io.upswing.series.DecisionFacts;
import io.upswing.series.Prescription;
import io.upswing.series.SessionFacts;
import io.upswing.series.StatusFacts;

/** The facts of a course without its prescription, most of which has columns of its own. */
record FactLists(Prescription.Setting setting, SessionFacts given, DecisionFacts decided, StatusFacts status) {

    static FactLists of(CourseFacts facts) {
        return new FactLists(facts.prescription().setting(), facts.given(), facts.decided(), facts.status());
    }

    CourseFacts under(Prescription prescription) {
        return new CourseFacts(prescription, given, decided, status);
    }
}

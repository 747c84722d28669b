package io.upswing.scheduling.view;

import io.upswing.series.BenefitFact;
import io.upswing.series.CourseFacts;
import io.upswing.series.DatedFact;
import io.upswing.series.FollowUpFact;
import io.upswing.series.IntervalFact;
import io.upswing.series.Prescription;
import io.upswing.series.SessionFact;
import java.util.List;

/** The facts of a course without its prescription, which has columns of its own. */
record FactLists(
        List<SessionFact> sessions,
        List<BenefitFact> benefits,
        List<IntervalFact> intervals,
        List<DatedFact> pauses,
        List<DatedFact> resumptions,
        List<DatedFact> closures,
        List<FollowUpFact> followUps) {

    static FactLists of(CourseFacts facts) {
        return new FactLists(
                facts.sessions(),
                facts.benefits(),
                facts.intervals(),
                facts.pauses(),
                facts.resumptions(),
                facts.closures(),
                facts.followUps());
    }

    CourseFacts under(Prescription prescription) {
        return new CourseFacts(prescription, sessions, benefits, intervals, pauses, resumptions, closures, followUps);
    }
}

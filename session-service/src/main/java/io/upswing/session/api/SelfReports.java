package io.upswing.session.api;

import io.upswing.eventlog.Request;
import io.upswing.links.PatientLink;
import io.upswing.session.command.Charts;
import io.upswing.session.domain.Instrument;
import io.upswing.session.domain.SessionCommand.RecordMeasure;
import jakarta.inject.Singleton;
import java.util.List;

/** Records what patients answer about themselves. That a link serves once is the log's: the event has the link's id. */
@Singleton
class SelfReports {
    private static final String ACTOR = "patient";

    private final Charts charts;

    SelfReports(Charts charts) {
        this.charts = charts;
    }

    void record(String clinic, PatientLink link, List<Integer> answers) {
        var patientId = link.patientId();
        charts.record(
                new Request(clinic, ACTOR, link.eventId(), null, null),
                new RecordMeasure(
                        patientId,
                        null,
                        Instrument.PHQ9,
                        answers,
                        null,
                        charts.today(clinic, patientId),
                        charts.at(null)));
    }
}

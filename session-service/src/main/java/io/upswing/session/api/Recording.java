package io.upswing.session.api;

import io.upswing.http.Answers;
import io.upswing.http.Commands;
import io.upswing.session.command.Charts;
import io.upswing.session.domain.SessionCommand;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.view.MeasureEntry;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Has a command carried out and answers with what came of it. */
@Singleton
class Recording {
    private final Charts charts;
    private final Commands commands;
    private final Answers answers;

    Recording(Charts charts, Commands commands, Answers answers) {
        this.charts = charts;
        this.commands = commands;
        this.answers = answers;
    }

    /** When it happened: as the body says, or now. */
    Instant at(@Nullable Instant said) {
        return charts.at(said);
    }

    RestResponse<Entry> record(SessionCommand command) {
        return answers.of(
                charts.record(commands.request(), command),
                recorded -> new Entry(recorded.id()),
                history -> new Entry(null));
    }

    /** Of what begins a session: its id is that of the event. */
    RestResponse<Begun> begin(SessionCommand command) {
        return answers.of(charts.record(commands.request(), command), recorded -> new Begun(recorded.id()));
    }

    /** Of a scale: what the answers mean. */
    RestResponse<MeasureEntry> measure(SessionCommand command) {
        return answers.of(
                charts.record(commands.request(), command),
                recorded -> MeasureEntry.of(recorded.id(), (MeasureRecorded) recorded.event()));
    }

    /** Of a prescription: the course's id is that of the event. */
    RestResponse<Prescribed> prescribe(SessionCommand command) {
        return answers.of(charts.record(commands.request(), command), recorded -> new Prescribed(recorded.id()));
    }
}

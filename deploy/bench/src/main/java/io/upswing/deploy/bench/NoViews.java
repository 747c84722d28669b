package io.upswing.deploy.bench;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.View;
import io.upswing.session.events.SessionEvent;
import java.util.List;

/** A service without views: what remains is the log itself. */
final class NoViews implements View<SessionEvent> {

    @Override
    public void apply(List<Recorded<SessionEvent>> events) {}

    @Override
    public void startRebuild() {}

    @Override
    public void finishRebuild() {}
}

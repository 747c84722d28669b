package io.upswing.session.command;

import io.upswing.eventlog.Recorded;
import io.upswing.session.domain.Chart;
import io.upswing.session.domain.Course;
import io.upswing.session.domain.Occasion;
import io.upswing.session.domain.TookPlace;
import io.upswing.session.domain.Visit;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.view.CourseChart;
import io.upswing.session.view.HistoryItem;
import io.upswing.session.view.ListedSession;
import io.upswing.session.view.RemsFormChart;
import io.upswing.session.view.SessionChart;
import io.upswing.session.view.Trend;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A course read from the patient's stream, as of now at its site. */
public final class CourseReading {
    private final Chart chart;
    private final Course course;
    private final List<Recorded<SessionEvent>> records;
    private final Occasion occasion;

    CourseReading(Chart chart, Course course, List<Recorded<SessionEvent>> records, Occasion occasion) {
        this.chart = chart;
        this.course = course;
        this.records = records;
        this.occasion = occasion;
    }

    public CourseChart chart() {
        return CourseChart.of(chart, course, occasion.today());
    }

    public String protocolId() {
        return course.prescribed().protocolId();
    }

    public Trend trend() {
        return Trend.of(chart, course);
    }

    public SessionChart session(UUID sessionId) {
        var session = course.session(sessionId).orElseThrow();
        return SessionChart.of(
                Visit.of(chart, course, session, occasion.birthDate()), occasion.now(), occasion.today());
    }

    public RemsFormChart remsForm(UUID sessionId) {
        return RemsFormChart.of(course, course.session(sessionId).orElseThrow(), occasion);
    }

    public ListedSession listed(UUID sessionId) {
        return ListedSession.of(session(sessionId));
    }

    /** The same records, as of another time. */
    CourseReading at(Instant time) {
        return new CourseReading(chart, course, records, occasion.at(time));
    }

    /** Oldest first, by the patient's stream. */
    public List<HistoryItem> history() {
        var voided =
                course.standing(RecordVoided.class).map(RecordVoided::eventId).collect(Collectors.toSet());
        return records.stream()
                .map(each -> new HistoryItem(
                        each.id(),
                        each.record().type(),
                        each.version(),
                        each.record().happenedAt(),
                        each.record().recordedAt(),
                        each.record().actor(),
                        voided.contains(each.id()),
                        isLate(each),
                        each.event()))
                .toList();
    }

    private boolean isLate(Recorded<SessionEvent> recorded) {
        var happened = occasion.dateOf(recorded.record().happenedAt());
        return occasion.dateOf(recorded.record().recordedAt()).isAfter(TookPlace.on(recorded.event(), happened));
    }
}

package io.upswing.deploy.local.demo;

import static io.upswing.deploy.local.demo.Intake.PRESCRIBER;

import io.upswing.deploy.local.client.Answer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One story as it is told to the services, request by request. */
final class Play {
    private static final int DAYS_ON_THE_DESK = 4;
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final Story story;
    private final Intake intake;
    private final Notes notes;
    private final Calendar calendar;
    private final Map<Integer, UUID> sessions = new HashMap<>();
    private @Nullable UUID courseId;

    Play(Story story, Staff staff, UUID siteId, Calendar calendar, String run) {
        this.story = story;
        this.calendar = calendar;
        this.notes = new Notes(staff, run + "/" + story.person().name());
        this.intake = new Intake(story, notes, siteId, calendar);
    }

    /** Who now is where: the story with the ids it got, and the place in the log up to which it is told. */
    Told tell() {
        var patientId = intake.register();
        var course = intake.prescribe(patientId);
        courseId = course;
        intake.file(course);
        story.steps().forEach(this::take);
        lastSession().ifPresent(this::askHowItWent);
        if (story.plan().underRems()) {
            sessions.keySet().stream().sorted().forEach(this::sendForm);
        }
        return new Told(story, patientId, course, notes.position());
    }

    private void take(Step step) {
        switch (step) {
            case Step.Given given -> give(given);
            case Step.GivenInPart(int day, double mg) -> part(day, mg);
            case Step.CountedInPart(int day, double mg) -> {
                part(day, mg);
                var why = Map.of("counted", true, "decidedBy", PRESCRIBER, "reason", "Enough of the dose was given");
                session("prescriber", day, "/count-decisions", why);
            }
            case Step.Live(int day, boolean discharged) -> live(day, discharged);
            case Step.MovedTo(int day, int to, String reason) ->
                session("nurse", day, "/corrections", Map.of("on", calendar.sessionDate(to), "reason", reason));
            case Step.Voided(int day, String reason) -> {
                session("nurse", day, "/void", Map.of("reason", reason));
                sessions.remove(day);
            }
            case Step.Decided decided -> course("prescriber", "/benefit-decisions", decision(decided));
            case Step.Interval(int day, int days) ->
                course(
                        "prescriber",
                        "/intervals",
                        Map.of("days", days, "from", calendar.date(day), "decidedBy", PRESCRIBER));
            case Step.Paused(int day, String reason) ->
                course("prescriber", "/pauses", Map.of("from", calendar.date(day), "reason", reason));
            case Step.Resumed(int day) -> course("prescriber", "/resumptions", Map.of("on", calendar.date(day)));
            case Step.Closed(int day, String reason) ->
                course("prescriber", "/closure", Map.of("on", calendar.date(day), "reason", reason));
        }
    }

    private Map<String, Object> decision(Step.Decided decided) {
        var on = calendar.date(decided.day());
        var body = new LinkedHashMap<String, Object>(
                Map.of("outcome", decided.outcome(), "on", on, "decidedBy", PRESCRIBER));
        var number = decided.number();
        if (number != null && decided.outcome().equals("EXTEND")) {
            body.put("reviewOn", on.plusDays(number));
        } else if (number != null) {
            body.put("intervalDays", number);
        }
        return body;
    }

    /** The next session ends what was to be asked after one, so only the last is left. */
    private Optional<Integer> lastSession() {
        return sessions.keySet().stream().max(Comparator.naturalOrder());
    }

    /** Staff are behind by a few days. */
    private void askHowItWent(int day) {
        var date = calendar.sessionDate(day);
        if (date.isBefore(calendar.today().minusDays(4))) {
            var at = calendar.at(date.plusDays(1), LocalTime.of(11, 0));
            var followUp = Map.of("at", at, "by", "RN Milo Sandoval", "outcome", "Slept well, no complaints");
            session("nurse", day, "/follow-ups", followUp);
        }
    }

    /** The forms of the last days lie on the desk; what was entered from paper says so where a field stays empty. */
    private void sendForm(int day) {
        if (calendar.sessionDate(day).isBefore(calendar.today().minusDays(DAYS_ON_THE_DESK))) {
            var empty = StreamSupport.stream(
                            notes.get("nurse", "/sessions/" + sessions.get(day) + "/rems-form")
                                    .path("missing")
                                    .spliterator(),
                            false)
                    .map(field -> Map.of("field", field.asText(), "reason", "Kept on paper"))
                    .toList();
            session("nurse", day, "/rems-form", Map.of("state", "DRAFTED", "explained", empty));
            session("nurse", day, "/rems-form", Map.of("state", "SIGNED"));
            session("nurse", day, "/rems-form", Map.of("state", "SUBMITTED"));
        }
    }

    /** Three times a week from a Monday can reach past today: those sessions are not told. */
    private void give(Step.Given given) {
        if (calendar.sessionDate(given.day()).isBefore(calendar.today())) {
            administer(given.day(), mg(), true, given.note());
        }
    }

    private void part(int day, double mg) {
        administer(day, mg, false, "Stopped early: nausea");
    }

    private void administer(int day, double mg, boolean complete, @Nullable String note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("on", calendar.sessionDate(day));
        body.put("doseMg", mg);
        body.put("complete", complete);
        if (note != null) {
            body.put("note", note);
        }
        sessions.put(day, course("nurse", "/administrations", body).id("sessionId"));
    }

    private double mg() {
        return story.plan().mg(sessions.isEmpty());
    }

    /** Today's session has no times of its own: it is happening. */
    private void live(int day, boolean discharged) {
        var date = calendar.sessionDate(day);
        var mg = mg();
        sessions.put(
                day,
                course("nurse", "/sessions", timed(discharged, date, 0, Map.of("doseMg", mg)))
                        .id("sessionId"));
        var devices = discharged ? (int) Math.round(mg / 28) : 1;
        for (var device = 1; device <= devices; device++) {
            var dose = Map.<String, Object>of("kind", "DEVICE", "mg", 28, "device", device);
            session("nurse", day, "/doses", timed(discharged, date, 20 + 5 * device, dose));
        }
        if (discharged) {
            var goodbye = Map.<String, Object>of("by", "RN Milo Sandoval", "escort", true);
            session("nurse", day, "/discharge", timed(true, date, 165, goodbye));
        }
    }

    private Map<String, Object> timed(boolean past, LocalDate date, int minute, Map<String, Object> body) {
        var timed = new LinkedHashMap<>(body);
        if (past) {
            timed.put("at", calendar.at(date, MORNING.plusMinutes(minute)));
        }
        return timed;
    }

    private Answer course(String role, String path, Map<String, ?> body) {
        return notes.post(role, "/courses/" + courseId + path, body);
    }

    private Answer session(String role, int day, String path, Map<String, ?> body) {
        return notes.post(role, "/sessions/" + sessions.get(day) + path, body);
    }
}

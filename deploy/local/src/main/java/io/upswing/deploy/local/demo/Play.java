package io.upswing.deploy.local.demo;

import io.upswing.deploy.local.client.Answer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One story as it is told to the services, request by request. */
final class Play {
    private static final String PRESCRIBER = "Dr Leonie Achebe";
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final Story story;
    private final Staff staff;
    private final UUID siteId;
    private final Calendar calendar;
    private final String run;
    private final Map<Integer, UUID> sessions = new HashMap<>();
    private int requests;
    private @Nullable String position;
    private @Nullable UUID courseId;

    Play(Story story, Staff staff, UUID siteId, Calendar calendar, String run) {
        this.story = story;
        this.staff = staff;
        this.siteId = siteId;
        this.calendar = calendar;
        this.run = run;
    }

    /** Who now is where: the story with the ids it got, and the place in the log up to which it is told. */
    Told tell() {
        var patientId = register();
        var course = prescribe(patientId);
        courseId = course;
        prepare();
        story.steps().forEach(this::take);
        return new Told(story, patientId, course, position);
    }

    private UUID register() {
        var consentedAt = calendar.at(calendar.prescribedOn(), MORNING);
        return post("front-desk", "/patients", story.person().registration(consentedAt))
                .id("patientId");
    }

    private UUID prescribe(UUID patientId) {
        var plan = story.plan();
        var body = new LinkedHashMap<String, Object>();
        body.put("protocolId", plan.protocolId());
        if (plan.pattern() != null) {
            body.put("pattern", plan.pattern());
        }
        body.put("siteId", siteId);
        body.put("prescribedOn", calendar.prescribedOn());
        body.put("prescriberId", PRESCRIBER);
        body.put("indication", plan.indication());
        body.put("dose", plan.order());
        return post("prescriber", "/patients/" + patientId + "/courses", body).id("courseId");
    }

    private void prepare() {
        var on = calendar.prescribedOn();
        course("nurse", "/consents", Map.of("signedOn", on, "document", "Consent to treatment, version 3"));
        if (story.plan().needsEligibility()) {
            course("prescriber", "/eligibility", eligibility());
        }
        if (story.plan().underRems()) {
            course("nurse", "/rems-enrolment", Map.of("state", "SENT", "on", on));
            course("nurse", "/rems-enrolment", Map.of("state", "CONFIRMED", "on", on.plusDays(1)));
        }
    }

    private static Map<String, Object> eligibility() {
        var trials = List.of(
                Map.of("drug", "sertraline", "class", "SSRI", "weeks", 10, "adequate", true),
                Map.of("drug", "venlafaxine", "class", "SNRI", "weeks", 8, "adequate", true));
        return Map.of("trials", trials, "decidedBy", PRESCRIBER, "decision", "ELIGIBLE");
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
            case Step.Voided(int day, String reason) -> session("nurse", day, "/void", Map.of("reason", reason));
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
            case Step.CheckedOn(int day) -> session("nurse", day, "/follow-ups", followUp(day));
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

    private Map<String, Object> followUp(int day) {
        var at = calendar.at(calendar.sessionDate(day).plusDays(1), LocalTime.of(11, 0));
        return Map.of("at", at, "by", "RN Milo Sandoval", "outcome", "Slept well, no complaints");
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
        return post(role, "/courses/" + courseId + path, body);
    }

    private Answer session(String role, int day, String path, Map<String, ?> body) {
        return post(role, "/sessions/" + sessions.get(day) + path, body);
    }

    private Answer post(String role, String path, Map<String, ?> body) {
        requests++;
        var answer = staff.post(role, path, body, run + "/" + story.person().name() + "/" + requests);
        if (path.contains("/courses") || path.startsWith("/sessions")) {
            position = answer.logPosition().orElse(position);
        }
        return answer;
    }
}

package io.upswing.session.domain;

import io.upswing.session.domain.Session.End;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** All that prompts in a session: nothing of it holds anybody. */
public final class Prompts {
    private Prompts() {}

    public static List<Prompt> of(Visit visit, Instant now) {
        return all(visit, now)
                .map(prompt -> prompt.asOverridden(visit.records()))
                .toList();
    }

    private static Stream<Prompt> all(Visit visit, Instant now) {
        var session = visit.session();
        return switch (session.end()) {
            case End.Entered _, End.Voided _ -> Stream.of();
            case End.Running _, End.Discharged _, End.Aborted _, End.LeftAgainstAdvice _ -> {
                var ended = session.endedAt();
                yield of(visit, session, ended == null ? now : ended);
            }
        };
    }

    private static Stream<Prompt> of(Visit visit, Session session, Instant at) {
        var before = Stream.concat(BeforeDose.prompts(visit, visit.doseTime(at)), PressurePrompts.of(visit, at));
        return session.doses().isEmpty()
                ? before
                : Stream.of(before, DosePrompts.of(visit), AfterDose.prompts(visit, at))
                        .flatMap(prompts -> prompts);
    }
}

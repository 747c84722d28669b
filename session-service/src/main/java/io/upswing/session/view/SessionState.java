package io.upswing.session.view;

import io.upswing.session.domain.Session;
import io.upswing.session.domain.Session.End;

/** How far a session is. */
public enum SessionState {
    IN_PROGRESS,
    DISCHARGED,
    ABORTED,
    LEFT_AGAINST_ADVICE,
    /** Entered after the fact in one record. */
    ENTERED,
    VOIDED;

    static SessionState of(Session session) {
        return switch (session.end()) {
            case End.Running _ -> IN_PROGRESS;
            case End.Discharged _ -> DISCHARGED;
            case End.Aborted _ -> ABORTED;
            case End.LeftAgainstAdvice _ -> LEFT_AGAINST_ADVICE;
            case End.Entered _ -> ENTERED;
            case End.Voided _ -> VOIDED;
        };
    }
}

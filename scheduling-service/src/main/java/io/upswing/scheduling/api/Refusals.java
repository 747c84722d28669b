package io.upswing.scheduling.api;

import io.upswing.http.BadInput;
import io.upswing.http.Problem;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Refused;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the domain refuses, as a problem. */
class Refusals {
    @ServerExceptionMapper
    Response refused(Refused refused) {
        var code = refused.refusal().code();
        var detail = String.valueOf(refused.getMessage());
        return switch (refused.refusal()) {
            // the same words as for another clinic's ids: whether they exist is nobody's business
            case NO_SUCH_PATIENT,
                    NO_SUCH_SITE,
                    NO_SUCH_CHAIR,
                    NO_SUCH_COURSE,
                    NO_SUCH_APPOINTMENT,
                    NO_SUCH_HOLD,
                    NO_SUCH_SHIFT,
                    NO_SUCH_CLOSURE,
                    NO_SUCH_CALENDAR,
                    NO_SUCH_ENTRY,
                    NO_SUCH_OFFER -> Problem.of(404, "not-found", "There is no such record.");
            case SLOT_TAKEN, NO_MONITOR, NO_PRESCRIBER ->
                Problem.of(409, code, detail, Map.of("alternatives", refused.alternatives()));
            case NO_SERIES ->
                Problem.of(
                        409, code, detail, Map.of("failed", failed(refused), "alternatives", refused.alternatives()));
            case COUNT_REQUIRED -> Problem.of(new BadInput("count", detail));
            case HOLD_FOR_ANOTHER_TIME,
                    PATIENT_ALREADY_BOOKED,
                    SPACING,
                    OUTSIDE_HOURS,
                    SITE_CLOSED,
                    SHIFT_OVERLAPS,
                    START_IN_PAST,
                    TOO_FAR_AHEAD,
                    NO_CHAIR_FOR_ROUTE,
                    COURSE_OVER,
                    COURSE_PAUSED,
                    COURSE_OF_ANOTHER_PATIENT,
                    APPOINTMENT_OVER,
                    PATIENT_PRESENT,
                    APPOINTMENT_ELSEWHEN,
                    OFFER_OVER,
                    NOT_YET_STARTED,
                    NO_WINDOW,
                    NOTHING_PLANNED,
                    INTERVAL_NOT_ALLOWED -> Problem.of(409, code, detail);
        };
    }

    /** A date, and the refusal that a session on it would meet. */
    record FailedDate(LocalDate date, String why) {}

    private static List<FailedDate> failed(Refused refused) {
        return refused.failed().stream()
                .map(failed -> new FailedDate(failed.date(), failed.why().code()))
                .toList();
    }

    static Refused notFound(Refusal refusal) {
        return new Refused(refusal, "There is no such record.");
    }
}

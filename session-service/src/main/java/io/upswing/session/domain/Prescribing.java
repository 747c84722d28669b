package io.upswing.session.domain;

import io.upswing.session.domain.SessionCommand.Prescribe;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Begins a course: pins the whole schedule, so that no later change of the catalogue moves a date. */
final class Prescribing {
    private Prescribing() {}

    static ProtocolPrescribed prescribe(Prescribe command, Chart chart, Occasion occasion) {
        var protocol = command.protocol();
        var schedule = schedule(protocol, command.pattern(), "pattern");
        if (command.continues() != null) {
            chart.course(command.continues());
        }
        if (command.dose() != null) {
            DoseRules.requireAllowed(command.dose(), schedule);
        }
        occasion.requireNotAfterToday("prescribedOn", command.prescribedOn());
        return new ProtocolPrescribed(
                occasion.eventId(),
                command.patientId(),
                command.siteId(),
                protocol.id(),
                protocol.version(),
                schedule.pattern(),
                schedule,
                Objects.requireNonNullElse(command.prescribedOn(), occasion.today()),
                command.prescriberId(),
                command.indication(),
                command.dose(),
                command.setting().name(),
                command.continues());
    }

    /** What is pinned of the protocol; {@code field}: what is wrong with the request where it has no such pattern. */
    static Schedule schedule(Protocol protocol, @Nullable String wanted, String field) {
        if (!protocol.offered()) {
            throw Refused.conflict(
                    "protocol-not-offered",
                    Objects.requireNonNullElse(protocol.notOfferedBecause(), "This protocol is not offered."));
        }
        var pattern = wanted == null ? protocol.defaultPattern() : wanted;
        return protocol.scheduleFor(String.valueOf(pattern))
                .orElseThrow(() -> Refused.badInput(
                        field,
                        "its patterns are "
                                + protocol.patterns().keySet().stream().sorted().toList()));
    }
}

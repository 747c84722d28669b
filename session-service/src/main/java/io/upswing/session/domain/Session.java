package io.upswing.session.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One treatment session as recorded. {@code plannedMg}: the dose named for this session; {@code doses}: as they were given. */
public record Session(
        UUID id,
        UUID siteId,
        LocalDate treatmentDate,
        @Nullable UUID appointmentId,
        @Nullable BigDecimal plannedMg,
        List<GivenDose> doses,
        @Nullable String lot,
        @Nullable BigDecimal correctedMg,
        End end) {

    /** A dose as given; {@code completes}: it brought the session to the dose that was ordered. */
    public record GivenDose(
            Instant at,
            DoseKind kind,
            BigDecimal mg,
            boolean completes,
            @Nullable String lot,
            @Nullable Integer device) {

        /** What an infusion was started with counts once it has ended. */
        private BigDecimal administeredMg() {
            return kind == DoseKind.INFUSION_START ? BigDecimal.ZERO : mg;
        }
    }

    /** How the session ended, if it has. */
    public sealed interface End {
        /** It has not: the patient is here. */
        record Running() implements End {}

        record Discharged(Instant at) implements End {}

        record Aborted(Instant at) implements End {}

        /** Entered after the fact in one record. */
        record Entered(BigDecimal doseMg, boolean complete) implements End {}

        /** Taken back: it did not take place, or not like this. */
        record Voided() implements End {}
    }

    public Session {
        doses = List.copyOf(doses);
    }

    public boolean isRunning() {
        return end instanceof End.Running;
    }

    public boolean isVoided() {
        return end instanceof End.Voided;
    }

    /** The mg that were given. */
    public BigDecimal givenMg() {
        if (correctedMg != null) {
            return correctedMg;
        }
        return end instanceof End.Entered entered
                ? entered.doseMg()
                : doses.stream().map(GivenDose::administeredMg).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Observation is counted from the last device, the injection or the end of the infusion. */
    public @Nullable Instant lastDoseAt() {
        return doses.stream().map(GivenDose::at).max(Instant::compareTo).orElse(null);
    }

    /** A dose given after a correction comes on top of what was corrected. */
    Session with(GivenDose dose) {
        var more = new ArrayList<>(doses);
        more.add(dose);
        var corrected = correctedMg == null ? null : correctedMg.add(dose.administeredMg());
        return new Session(id, siteId, treatmentDate, appointmentId, plannedMg, more, lot, corrected, end);
    }

    Session ended(End how) {
        return new Session(id, siteId, treatmentDate, appointmentId, plannedMg, doses, lot, correctedMg, how);
    }
}

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
        @Nullable Stop stop,
        End end) {

    /** A dose as given; {@code completes}: it brought the session to the dose that was ordered. */
    public record GivenDose(
            Instant at,
            DoseKind kind,
            BigDecimal mg,
            boolean completes,
            @Nullable String lot,
            @Nullable Integer device,
            @Nullable Boolean greenDots) {

        /** What an infusion was started with counts once it has ended. */
        private BigDecimal administeredMg() {
            return kind == DoseKind.INFUSION_START ? BigDecimal.ZERO : mg;
        }
    }

    /** The dose was ended early; {@code givenMg}: all that was given by then. */
    public record Stop(
            Instant at,
            BigDecimal givenMg,
            @Nullable BigDecimal wastedMg,
            @Nullable String witness) {}

    /** How the session ended, if it has. */
    public sealed interface End {
        /** It has not: the patient is here. */
        record Running() implements End {}

        record Discharged(Instant at) implements End {}

        record Aborted(Instant at) implements End {}

        record LeftAgainstAdvice(Instant at) implements End {}

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

    /** When it ended; null while it runs, and where nobody was there. */
    public @Nullable Instant endedAt() {
        return switch (end) {
            case End.Discharged out -> out.at();
            case End.Aborted off -> off.at();
            case End.LeftAgainstAdvice left -> left.at();
            case End.Running _, End.Entered _, End.Voided _ -> null;
        };
    }

    /** The mg that were given. */
    public BigDecimal givenMg() {
        if (correctedMg != null) {
            return correctedMg;
        }
        if (stop != null) {
            return stop.givenMg();
        }
        return end instanceof End.Entered entered
                ? entered.doseMg()
                : doses.stream().map(GivenDose::administeredMg).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public @Nullable Instant firstDoseAt() {
        return doses.stream().map(GivenDose::at).min(Instant::compareTo).orElse(null);
    }

    /** The last device, the injection, the end of the infusion, or the stop. */
    public @Nullable Instant lastDoseAt() {
        return stop == null
                ? doses.stream().map(GivenDose::at).max(Instant::compareTo).orElse(null)
                : stop.at();
    }

    /** Of a start and an end in the same minute the later record speaks. */
    public boolean infusionRunning() {
        return stop == null
                && doses.stream()
                        .reduce((last, next) -> next.at().isBefore(last.at()) ? last : next)
                        .filter(last -> last.kind() == DoseKind.INFUSION_START)
                        .isPresent();
    }

    /** A dose given after a correction comes on top of what was corrected; a stop has said how much it was in all. */
    Session with(GivenDose dose) {
        var more = new ArrayList<>(doses);
        more.add(dose);
        var corrected = correctedMg == null || stop != null ? correctedMg : correctedMg.add(dose.administeredMg());
        return new Session(id, siteId, treatmentDate, appointmentId, plannedMg, more, lot, corrected, stop, end);
    }

    /** The stop says how much was given in all, whatever was corrected before. */
    Session stopped(Stop early) {
        return new Session(id, siteId, treatmentDate, appointmentId, plannedMg, doses, lot, null, early, end);
    }

    Session ended(End how) {
        return new Session(id, siteId, treatmentDate, appointmentId, plannedMg, doses, lot, correctedMg, stop, how);
    }
}

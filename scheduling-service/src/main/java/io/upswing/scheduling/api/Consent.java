package io.upswing.scheduling.api;

import io.upswing.scheduling.events.PatientRecord;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** What a patient said about a channel, and when. */
record Consent(
        @NotNull Channel channel,
        @NotNull Boolean granted,
        @NotNull Instant at) {

    /** Of each channel the latest word counts, whichever was entered first. */
    static List<PatientRecord.Consent> latest(List<PatientRecord.Consent> known, List<Consent> said) {
        var latest = new TreeMap<String, PatientRecord.Consent>();
        known.forEach(consent -> latest.merge(consent.channel(), consent, Consent::later));
        said.forEach(consent -> latest.merge(consent.channel().name(), consent.toRecord(), Consent::later));
        return List.copyOf(latest.values());
    }

    private PatientRecord.Consent toRecord() {
        return new PatientRecord.Consent(channel.name(), granted, at);
    }

    private static PatientRecord.Consent later(PatientRecord.Consent before, PatientRecord.Consent next) {
        return next.at().isBefore(before.at()) ? before : next;
    }
}

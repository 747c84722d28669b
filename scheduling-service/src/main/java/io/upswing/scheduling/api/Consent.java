package io.upswing.scheduling.api;

import io.upswing.http.BadInput;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** What a patient, or who acts for them, said about a channel, and when. */
record Consent(
        @NotNull Channel channel,
        @NotNull Boolean granted,
        @NotNull Instant at) {

    /** Clocks differ; a word from further ahead would outlast every one that is said until then. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    static void requireSaid(String field, List<Consent> consents, Instant now) {
        for (int i = 0; i < consents.size(); i++) {
            if (consents.get(i).at().isAfter(now.plus(AHEAD))) {
                throw new BadInput(field + "." + i + ".at", "must not be more than 5 minutes ahead");
            }
        }
    }

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

package io.upswing.notification.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a message says beside its template: kept in the log for ever, so nothing here may name anybody. */
public final class Parameters {
    public static final String LANGUAGE = "language";

    /** The reader's own local time, ISO. */
    public static final String START = "start";

    public static final String SITE = "site";

    private static final String TOLD = "told";

    private Parameters() {}

    /**
     * Of a message that is written now.
     *
     * @param siteName left out when it tells what the site does
     */
    public static Map<String, String> of(Matter matter, Recipient recipient, Optional<String> siteName, Instant now) {
        var parameters = new TreeMap<String, String>();
        var language = recipient.language();
        parameters.put(LANGUAGE, language == null ? "en" : language);
        if (recipient.person() != Person.PATIENT) {
            parameters.put(TOLD, recipient.person().name());
        }
        Invitation.to(matter, now).ifPresent(invitation -> parameters.putAll(invitation.parameters()));
        if (matter instanceof Matter.AtSite visit) {
            parameters.put(
                    START,
                    LocalDateTime.ofInstant(visit.start(), recipient.zone()).toString());
            siteName.filter(name -> Neutral.tellingWord(name).isEmpty()).ifPresent(name -> parameters.put(SITE, name));
        }
        return parameters;
    }

    /** Who was told by a message of these. */
    public static Person told(Map<String, String> parameters) {
        var told = parameters.get(TOLD);
        return told == null ? Person.PATIENT : Person.valueOf(told);
    }
}

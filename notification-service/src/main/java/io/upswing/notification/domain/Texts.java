package io.upswing.notification.domain;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes texts from templates: the same template, version and parameters give the same text for ever. */
public interface Texts {

    /**
     * @param channel text messages are short, without a subject and without the patient's name
     * @param givenName null when nobody knows it any more
     */
    Text of(Channel channel, String template, int version, Map<String, String> parameters, @Nullable String givenName);

    /** Whether there is such a template for every channel, in every language that patients are written to in. */
    boolean has(String template, int version);
}

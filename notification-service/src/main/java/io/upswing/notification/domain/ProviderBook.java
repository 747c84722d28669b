package io.upswing.notification.domain;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** What a provider of text messages has in its own books. */
public interface ProviderBook {

    boolean configured();

    /**
     * What it sent for us on a day, in UTC.
     *
     * @throws IOException when it does not say
     */
    List<ProviderRecord> of(LocalDate day) throws IOException;
}

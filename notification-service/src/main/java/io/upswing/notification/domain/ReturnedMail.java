package io.upswing.notification.domain;

import java.io.IOException;

/** Where mail comes back to that a server had taken and could not deliver. */
public interface ReturnedMail {

    /** Whether this system has such a place. */
    boolean configured();

    /**
     * Shows what came and was not dealt with before, one after the other. Any number of replicas may look: two of them
     * may be shown the same.
     *
     * @throws IOException when the place, or something there, could not be read; what was shown before was dealt with
     */
    void each(Clerk clerk) throws IOException;

    /** Who deals with it. */
    interface Clerk {

        /**
         * Never throws: one mail must not stop the others.
         *
         * @param number by which people find the mail in its place
         * @return whether it is dealt with; what is not is shown again another time
         */
        boolean take(long number, Returned mail);
    }
}

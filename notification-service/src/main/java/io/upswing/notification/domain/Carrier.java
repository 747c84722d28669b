package io.upswing.notification.domain;

/**
 * A provider of one channel. Each is a bean in the room {@code gateway}; which of them carries a message follows from the
 * message's channel alone. A carrier that is not configured has no say: policies cannot use its channel.
 */
public interface Carrier extends Provider {

    Channel channel();

    /** Whether this system has what the provider needs: an address, an account. */
    boolean configured();

    /** How many messages it takes now. What it does not take yet is left due: nobody waits for it. */
    default int room() {
        return Integer.MAX_VALUE;
    }
}

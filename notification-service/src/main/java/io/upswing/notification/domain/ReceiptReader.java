package io.upswing.notification.domain;

/** Reads what a provider calls us for: what became of a message that it took. */
public interface ReceiptReader {

    /** As in the address that the provider calls. */
    String name();

    /** Whether this system has what the provider's calls are proved by. */
    boolean configured();

    /** The header that proves who calls. */
    String signatureHeader();

    /**
     * @param query as it came over the wire; empty where there was none
     * @param signature empty where there was none
     */
    Reading read(String query, String signature, String body);
}

package io.upswing.links;

import org.jspecify.annotations.Nullable;

/** A link that opens nothing. Its patient is told so kindly, and nothing else. */
public final class DeadLink extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not; {@code words}: the beginning of the names of the texts that say it. */
    public enum Why {
        /** Nobody here made it, or what it was about is not known any more. */
        UNKNOWN(404, "unknown"),
        EXPIRED(410, "expired");

        final int status;
        final String words;

        Why(int status, String words) {
            this.status = status;
            this.words = words;
        }
    }

    private final Why why;
    private final transient @Nullable Language language;

    /** @param language null: that of the browser */
    public DeadLink(Why why, @Nullable Language language) {
        super(why.name());
        this.why = why;
        this.language = language;
    }

    Why why() {
        return why;
    }

    @Nullable
    Language language() {
        return language;
    }
}

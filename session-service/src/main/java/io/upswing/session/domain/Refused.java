package io.upswing.session.domain;

import io.upswing.series.Refusal;
import java.util.Optional;

/** A command that is not carried out; nothing is recorded. The message says what would have to change. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of no it is. */
    public enum Kind {
        /** There is no such thing, or it belongs to another clinic. */
        NO_SUCH,
        /** Somebody else may do it. */
        FORBIDDEN,
        /** The rules do not allow it now; {@code code} names the rule. */
        CONFLICT,
        /** It cannot mean anything; {@code code} names the field. */
        BAD_INPUT
    }

    private final Kind kind;
    private final String code;

    private Refused(Kind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    public static Refused noSuch(String what) {
        return new Refused(Kind.NO_SUCH, "not-found", "There is no such " + what + ".");
    }

    static Refused forbidden(String detail) {
        return new Refused(Kind.FORBIDDEN, "forbidden", detail);
    }

    static Refused conflict(String code, String detail) {
        return new Refused(Kind.CONFLICT, code, detail);
    }

    public static Refused badInput(String field, String message) {
        return new Refused(Kind.BAD_INPUT, field, message);
    }

    /** What the due rules do not accept is refused in their words. */
    static void ifAny(Optional<Refusal> refusal) {
        refusal.ifPresent(no -> {
            throw conflict(no.code(), no.detail());
        });
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}

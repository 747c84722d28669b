package io.upswing.http;

import java.util.List;

/** A request that cannot mean anything: answered 400, nothing recorded. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Violation> violations;

    public BadInput(String field, String message) {
        this(List.of(new Problem.Violation(field, message)));
    }

    public BadInput(List<Problem.Violation> violations) {
        super("The request cannot be understood.");
        this.violations = List.copyOf(violations);
    }

    public List<Problem.Violation> violations() {
        return violations;
    }
}

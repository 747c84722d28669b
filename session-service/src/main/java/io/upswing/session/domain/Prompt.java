package io.upswing.session.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that staff should know of before they go on; {@code overriddenBy}: the prescriber who took it on themselves. */
public record Prompt(String code, String detail, @Nullable String overriddenBy) {

    static Optional<Prompt> when(boolean so, Rule rule, String detail) {
        return so ? Optional.of(of(rule, detail)) : Optional.empty();
    }

    static Prompt of(Rule rule, String detail) {
        return new Prompt(rule.code(), detail, null);
    }

    Prompt asOverridden(SessionRecords records) {
        return records.override(code)
                .map(given -> new Prompt(code, detail, given.by()))
                .orElse(this);
    }
}

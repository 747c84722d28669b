package io.upswing.http.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/** Time and ids come into a service at one place; everywhere else they are handed on, so that a test can choose them. */
public final class OneClock {
    private static final Set<String> CLOCKS = Set.of(Clock.class.getName(), InstantSource.class.getName());

    private OneClock() {}

    /** @param owner the full name of the one class that may make a clock */
    public static void check(JavaClasses classes, String owner) {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(owner)
                .should()
                .accessTargetWhere(describe("asks for the time or makes an id", OneClock::asks))
                .check(classes);
    }

    private static boolean asks(JavaAccess<?> access) {
        var type = access.getTargetOwner().getName();
        var name = access.getTarget().getName();
        return switch (name) {
            case "now" -> type.startsWith("java.time.");
            case "randomUUID", "currentTimeMillis" -> true;
            default -> CLOCKS.contains(type) && (name.startsWith("system") || name.startsWith("tick"));
        };
    }
}

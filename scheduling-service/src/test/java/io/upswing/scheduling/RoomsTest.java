package io.upswing.scheduling;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.http.testing.OneClock;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class RoomsTest {
    private static final String DOMAIN = "io.upswing.scheduling.domain..";
    private static final String COMMAND = "io.upswing.scheduling.command..";
    private static final String VIEW = "io.upswing.scheduling.view..";
    private static final String INBOX = "io.upswing.scheduling.inbox..";
    private static final String API = "io.upswing.scheduling.api..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.upswing.scheduling");

    @Test
    void domain_is_pure() {
        classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        DOMAIN,
                        "io.upswing.scheduling.events..",
                        "io.upswing.session.events..",
                        "io.upswing.series..",
                        "java..",
                        "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void command_knows_neither_api_nor_inbox() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND)
                .should()
                .dependOnClassesThat(resideInAnyPackage(API, INBOX))
                .check(CLASSES);
    }

    @Test
    void view_knows_of_the_rooms_only_the_domain() {
        noClasses()
                .that()
                .resideInAPackage(VIEW)
                .should()
                .dependOnClassesThat(resideInAnyPackage(API, INBOX, COMMAND))
                .check(CLASSES);
    }

    @Test
    void inbox_does_not_know_api() {
        noClasses()
                .that()
                .resideInAPackage(INBOX)
                .should()
                .dependOnClassesThat(resideInAnyPackage(API))
                .check(CLASSES);
    }

    @Test
    void api_knows_of_the_log_only_what_requests_and_answers_are_made_of() {
        noClasses()
                .that()
                .resideInAPackage(API)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.upswing.eventlog..")
                        .and(not(belongToAnyOf(Outcome.class, Recorded.class, Request.class))))
                .check(CLASSES);
    }

    @Test
    void api_does_not_know_inbox() {
        noClasses()
                .that()
                .resideInAPackage(API)
                .should()
                .dependOnClassesThat(resideInAnyPackage(INBOX))
                .check(CLASSES);
    }

    @Test
    void clock_and_ids_have_one_owner() {
        OneClock.check(CLASSES, "io.upswing.scheduling.command.Wiring");
    }
}

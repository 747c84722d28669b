package io.upswing.notification;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.upswing.http.testing.OneClock;
import org.junit.jupiter.api.Test;

/** The rooms of this service and what each may know. */
class RoomsTest {
    private static final String DOMAIN = "io.upswing.notification.domain..";
    private static final String COMMAND = "io.upswing.notification.command..";
    private static final String VIEW = "io.upswing.notification.view..";
    private static final String INBOX = "io.upswing.notification.inbox..";
    private static final String API = "io.upswing.notification.api..";
    private static final String EVENTS = "io.upswing.notification.events..";
    private static final String GATEWAY = "io.upswing.notification.gateway..";
    private static final String EVENT_LOG = "io.upswing.eventlog..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.upswing.notification");

    @Test
    void the_domain_is_pure() {
        classes()
                .that(resideInAPackage(DOMAIN))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN, EVENTS, "java..", "org.jspecify.."))
                .check(CLASSES);
    }

    @Test
    void the_command_room_knows_neither_who_asks_nor_who_tells() {
        noClasses()
                .that(resideInAPackage(COMMAND))
                .should()
                .dependOnClassesThat(resideInAnyPackage(API, INBOX, GATEWAY))
                .check(CLASSES);
    }

    @Test
    void the_views_know_neither_commands_nor_the_log() {
        noClasses()
                .that(resideInAPackage(VIEW))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(COMMAND, API, INBOX, GATEWAY).or(simpleName("EventLog")))
                .check(CLASSES);
    }

    @Test
    void the_gateway_knows_the_domain_only() {
        noClasses()
                .that(resideInAPackage(GATEWAY))
                .should()
                .dependOnClassesThat(resideInAnyPackage(COMMAND, VIEW, API, INBOX, EVENTS, EVENT_LOG))
                .check(CLASSES);
    }

    @Test
    void the_inbox_knows_no_resource() {
        noClasses()
                .that(resideInAPackage(INBOX))
                .should()
                .dependOnClassesThat(resideInAPackage(API))
                .check(CLASSES);
    }

    @Test
    void the_resources_know_neither_the_log_nor_the_inbox() {
        // Recorded, Request and Outcome pass through on their way between the command room and http-conventions
        noClasses()
                .that(resideInAPackage(API))
                .should()
                .dependOnClassesThat(resideInAPackage(INBOX)
                        .or(resideInAPackage(EVENT_LOG)
                                .and(not(simpleName("Recorded")))
                                .and(not(simpleName("Request")))
                                .and(not(simpleName("Outcome")))))
                .check(CLASSES);
    }

    @Test
    void clock_and_ids_have_one_owner() {
        OneClock.check(CLASSES, "io.upswing.notification.command.Time");
    }
}

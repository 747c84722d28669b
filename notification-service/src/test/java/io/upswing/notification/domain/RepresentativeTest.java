package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.PolicyFixture.using;
import static io.upswing.notification.domain.Reminder.State.PLANNED;
import static io.upswing.notification.domain.Reminder.State.SENT;
import static io.upswing.notification.domain.Reminder.State.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.About.Kind;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told for whom, and when that changes. */
class RepresentativeTest {
    private static final String AT = "2026-03-11T14:00:00Z";
    private static final Policies EITHER = using(Channel.EMAIL, Channel.SMS);
    private static final Map<Channel, String> OWN = Map.of(Channel.EMAIL, "ama@example.org");
    private static final Map<Channel, String> BOTH =
            Map.of(Channel.EMAIL, "efua@example.org", Channel.SMS, "+12125550123");
    private static final Recipient EFUA = representative("America/New_York", BOTH, Map.of());

    @ParameterizedTest
    @CsvSource({
        // born, acted for, told instead, at, who is told, and whether that is a minor
        "1984-05-02, false, false, 2026-03-11T14:00:00Z, PATIENT, false",
        "1984-05-02, true, false, 2026-03-11T14:00:00Z, PATIENT, false",
        "1984-05-02, true, true, 2026-03-11T14:00:00Z, REPRESENTATIVE, false",
        "2012-05-02, false, false, 2026-03-11T14:00:00Z, PATIENT, true",
        "2012-05-02, true, false, 2026-03-11T14:00:00Z, REPRESENTATIVE, false",
        "2012-05-02, true, true, 2026-03-11T14:00:00Z, REPRESENTATIVE, false",
        // the birthday begins where the patient lives: New York, four hours after Greenwich
        "2008-03-12, true, false, 2026-03-12T03:59:59Z, REPRESENTATIVE, false",
        "2008-03-12, true, false, 2026-03-12T04:00:00Z, PATIENT, false",
        "2008-03-12, false, false, 2026-03-12T03:59:59Z, PATIENT, true",
        "2008-03-12, false, false, 2026-03-12T04:00:00Z, PATIENT, false",
        // born on a leap day: of age on 28 February, as plusYears has it
        "2008-02-29, true, false, 2026-02-28T04:59:59Z, REPRESENTATIVE, false",
        "2008-02-29, true, false, 2026-02-28T05:00:00Z, PATIENT, false",
    })
    void who_is_told(LocalDate born, boolean actedFor, boolean instead, Instant at, Person person, boolean minor) {
        var told = new Patient(born(born, Map.of()), actedFor ? EFUA : null, instead).told(at);

        assertThat(told.person()).isEqualTo(person);
        assertThat(told.isMinor(at)).isEqualTo(minor);
    }

    @Test
    void a_minor_for_whom_nobody_acts_is_held_back() {
        assertThat(session(minor(null)).reminder("due-from", AT))
                .returns(SUPPRESSED, Reminder::state)
                .returns(Suppression.MINOR, Reminder::suppression);
    }

    @Test
    void a_way_past_a_minors_address_opens_none_to_it() {
        var step = new Step(
                "due-from",
                new Offset.Day(Anchor.FROM, 0, LocalTime.of(10, 0)),
                Audience.PATIENT,
                List.of(Channel.EMAIL, Channel.WORKLIST),
                "visit-due",
                1,
                Stop.CLOSED);
        var policies = PolicyFixture.with(Policies.DEFAULTS, About.Kind.SESSION, step);
        assertThat(session(minor(null)).under(policies).reminder("due-from", AT).suppression())
                .isEqualTo(Suppression.MINOR);
    }

    @Test
    void who_acts_for_a_minor_is_told_instead_and_the_reminder_says_so() {
        var minor = session(minor(EFUA));

        assertThat(minor.reminder("due-from", AT))
                .returns(PLANNED, Reminder::state)
                .extracting(Reminder::why)
                .asString()
                .startsWith("For the patient's representative. Planned by the policy: ");
        minor.logged(start(minor, "due-from"), AT).settled("due-from", new Handover.Accepted("<1@x>"), AT);
        assertThat(minor.reminder("due-from", AT))
                .returns(SENT, Reminder::state)
                .returns("For the patient's representative. The provider has taken it.", Reminder::why);
        assertThat(minor.dispatch("due-from", AT).person()).isEqualTo(Person.REPRESENTATIVE);
    }

    @Test
    void they_are_told_by_their_own_clock_and_in_their_own_words() {
        var abroad = representative("Europe/Paris", BOTH, Map.of());
        var known = session(minor(abroad));

        assertThat(known.reminder("due-on", AT).sendAt()).isEqualTo("2026-03-13T09:00:00Z");
        var parameters = parameters(known);
        assertThat(parameters).containsEntry("language", "fr").containsEntry("told", "REPRESENTATIVE");
        assertThat(parameters.values()).noneMatch(each -> each.contains("Efua") || each.contains("Owusu"));
    }

    @Test
    void who_comes_of_age_until_it_is_due_is_told_themselves_and_planned_so_from_the_start() {
        var soon = new Patient(born(LocalDate.of(2008, 3, 19), Map.of()), EFUA, false);
        var plan = patient().represented(soon).appointment("2026-03-20T15:00:00Z");

        assertThat(plan.reminder("3-days-before", AT).why()).startsWith("For the patient's representative. ");
        assertThat(plan.reminder("1-day-before", AT).why()).startsWith("Planned by the policy: ");
        var alone = patient().represented(Patient.alone(soon.self())).appointment("2026-03-20T15:00:00Z");
        assertThat(alone.state("3-days-before", AT)).isEqualTo(SUPPRESSED);
        assertThat(alone.state("1-day-before", AT)).isEqualTo(PLANNED);
    }

    @Test
    void what_was_planned_for_a_minor_and_goes_after_the_birthday_goes_to_the_patient() {
        var text = Map.of(Channel.SMS, "+12125550123");
        var eve = new Patient(
                born(LocalDate.of(2008, 3, 12), Map.of()), representative("America/New_York", text, Map.of()), false);
        var plan = session(eve);

        assertThat(plan.reminder("due-from", AT).channel()).isEqualTo(Channel.SMS);
        var late = plan.reminder("due-from", "2026-03-12T14:00:00Z");
        assertThat(late).returns(PLANNED, Reminder::state).returns(Channel.EMAIL, Reminder::channel);
        assertThat(late.why()).startsWith("Planned by the policy: ");
    }

    @Test
    void what_came_back_from_who_acted_for_them_is_tried_with_the_patient_of_age() {
        var plan = session(new Patient(born(LocalDate.of(2008, 3, 12), Map.of()), EFUA, false));
        plan.logged(start(plan, "due-from"), AT).settled("due-from", new Handover.NotNow("SMTP 450"), AT);

        assertThat(plan.reminder("due-from", AT).why())
                .isEqualTo("For the patient's representative. Not handed over yet: SMTP 450");
        assertThat(plan.reminder("due-from", "2026-03-12T14:00:00Z").why()).isEqualTo("Not handed over yet: SMTP 450");
    }

    @Test
    void who_an_adult_wants_told_is_told_instead() {
        var adult = session(new Patient(born(LocalDate.of(1984, 5, 2), Map.of()), EFUA, true));

        assertThat(adult.reminder("due-from", AT).why()).startsWith("For the patient's representative. ");
        assertThat(adult.plan(AT)).extracting(Reminder::id).doesNotHaveDuplicates();
    }

    @Test
    void it_is_their_consent_that_counts_and_the_patient_is_not_told_behind_it() {
        var refuses = Map.of(Channel.EMAIL, Consent.REFUSED);
        var self = born(LocalDate.of(2012, 5, 2), refuses);

        assertThat(session(new Patient(self, EFUA, false)).reminder("due-from", AT))
                .returns(PLANNED, Reminder::state)
                .returns(Channel.EMAIL, Reminder::channel);
        assertThat(session(new Patient(self, representative("America/New_York", BOTH, refuses), false))
                        .reminder("due-from", AT)
                        .channel())
                .isEqualTo(Channel.SMS);
        var neither = Map.of(Channel.EMAIL, Consent.REFUSED, Channel.SMS, Consent.REFUSED);
        assertThat(session(minor(representative("America/New_York", BOTH, neither)))
                        .reminder("due-from", AT))
                .returns(Suppression.NOT_WANTED, Reminder::suppression)
                .returns("The patient's representative does not want e-mail.", Reminder::why);
        assertThat(session(minor(representative("America/New_York", Map.of(), Map.of())))
                        .reminder("due-from", AT))
                .returns(Suppression.NO_ADDRESS, Reminder::suppression)
                .returns("There is no e-mail address of the patient's representative.", Reminder::why);
    }

    @Test
    void what_the_provider_was_told_by_them_is_their_word() {
        var minor = session(minor(EFUA));
        minor.logged(start(minor, "due-from"), AT);

        var unwanted = Dispatching.settle(
                minor.dispatch("due-from", AT), 1, new Handover.Unwanted("Error 21610"), Instant.parse(AT));

        assertThat(unwanted)
                .get()
                .isInstanceOfSatisfying(
                        DispatchUnwanted.class,
                        event -> assertThat(Person.of(event.saidBy())).containsExactly(Person.REPRESENTATIVE));
    }

    @Test
    void the_log_and_the_links_say_whose_word_it_is() {
        var id = new UUID(7, 7);
        for (var person : Person.values()) {
            assertThat(Person.of(person.wishes(id), id)).isEqualTo(person);
            assertThat(Person.of(Person.saidBy(EnumSet.of(person)))).containsExactly(person);
        }
        var both = EnumSet.allOf(Person.class);
        assertThat(Person.of(Person.saidBy(both))).isEqualTo(both);
        assertThat(Person.of(null)).containsExactly(Person.PATIENT);
    }

    private static PlanFixture session(Patient who) {
        return patient().represented(who).under(EITHER).pending(Kind.SESSION, "2026-03-11", "2026-03-13", "2026-03-16");
    }

    private static Patient minor(@Nullable Recipient representative) {
        return new Patient(born(LocalDate.of(2012, 5, 2), Map.of()), representative, false);
    }

    private static Recipient born(LocalDate date, Map<Channel, Consent> consents) {
        return new Recipient("Ama", "Owusu", PlanFixture.NEW_YORK, "en", date, OWN, consents, null);
    }

    private static Recipient representative(
            String zone, Map<Channel, String> addresses, Map<Channel, Consent> consents) {
        return new Recipient("Efua", "Owusu", ZoneId.of(zone), "fr", null, addresses, consents, null);
    }

    /** As the letter of that moment has them. */
    private static Map<String, String> parameters(PlanFixture plan) {
        var now = Instant.parse(AT);
        var told = Objects.requireNonNull(plan.known().told(now, now));
        return Parameters.of(plan.known().matters().getFirst(), told, Optional.empty(), now);
    }

    private static DispatchStarted start(PlanFixture plan, String step) {
        var reminder = plan.reminder(step, AT);
        return Dispatching.start(reminder, reminder.attempt(), parameters(plan), EITHER, Instant.parse(AT))
                .orElseThrow();
    }
}

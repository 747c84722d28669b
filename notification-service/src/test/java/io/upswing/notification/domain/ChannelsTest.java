package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.PlanFixture.recipient;
import static io.upswing.notification.domain.PolicyFixture.using;
import static io.upswing.notification.domain.Reminder.State.DELIVERED;
import static io.upswing.notification.domain.Reminder.State.FAILED;
import static io.upswing.notification.domain.Reminder.State.PLANNED;
import static io.upswing.notification.domain.Reminder.State.SENT;
import static io.upswing.notification.domain.Reminder.State.SUPPRESSED;
import static io.upswing.notification.domain.Reminder.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.About.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By which channel a message goes, and when the next is tried. */
class ChannelsTest {
    private static final String AT = "2026-03-11T14:00:00Z";
    private static final Instant NOW = Instant.parse(AT);
    private static final Map<Channel, String> BOTH =
            Map.of(Channel.EMAIL, "ama@example.org", Channel.SMS, "+12125550123");
    private static final Policies EITHER = using(Channel.EMAIL, Channel.SMS);

    private static PlanFixture session(Recipient who) {
        return patient().who(who).under(EITHER).pending(Kind.SESSION, "2026-03-11", "2026-03-13", "2026-03-16");
    }

    private static PlanFixture session() {
        return session(recipient("America/New_York", BOTH, Map.of(Channel.SMS, Consent.GRANTED)));
    }

    private static Recipient preferring(Channel channel) {
        var who = recipient("America/New_York", BOTH, Map.of());
        return new Recipient(
                who.givenName(),
                who.familyName(),
                who.zone(),
                who.language(),
                who.birthDate(),
                who.addresses(),
                who.consents(),
                channel);
    }

    @Test
    void the_policys_order_counts_and_the_patients_wish_more() {
        assertThat(session().reminder("due-from", AT).channel()).isEqualTo(Channel.EMAIL);
        assertThat(session(preferring(Channel.SMS)).reminder("due-from", AT).channel())
                .isEqualTo(Channel.SMS);
    }

    @Test
    void what_the_patient_has_not_or_wants_not_is_passed_over() {
        var phone = recipient("America/New_York", Map.of(Channel.SMS, "+12125550123"), Map.of());
        assertThat(session(phone).reminder("due-from", AT).channel()).isEqualTo(Channel.SMS);
        var noMail = recipient("America/New_York", BOTH, Map.of(Channel.EMAIL, Consent.REFUSED));
        assertThat(session(noMail).reminder("due-from", AT).channel()).isEqualTo(Channel.SMS);
    }

    @Test
    void after_a_refusal_the_next_is_tried_and_then_a_person() {
        var refused = session().started("due-from", AT).settled("due-from", new Handover.Rejected("SMTP 550"), AT);
        assertThat(refused.reminder("due-from", AT))
                .returns(PLANNED, Reminder::state)
                .returns(Channel.SMS, Reminder::channel)
                .returns(2, Reminder::attempt)
                .returns("By e-mail it reached nobody: SMTP 550", Reminder::why);

        refused.started("due-from", AT).settled("due-from", new Handover.Rejected("no such number"), AT);
        assertThat(refused.reminder("due-from", AT).state()).isEqualTo(FAILED);
    }

    @Test
    void what_came_back_is_tried_by_the_next_too() {
        var sent = session().started("due-from", AT).settled("due-from", new Handover.Accepted("<1@x>"), AT);
        assertThat(sent.state("due-from", AT)).isEqualTo(SENT);
        sent.received("due-from", new Receipt.Bounced("<1@x>", "5.1.1"), AT);
        assertThat(sent.reminder("due-from", AT))
                .returns(PLANNED, Reminder::state)
                .returns(Channel.SMS, Reminder::channel);
    }

    @Test
    void in_doubt_nothing_else_is_tried_until_a_receipt_says_that_it_came_back() {
        var doubt = session().started("due-from", AT).settled("due-from", new Handover.Unknown("silence"), AT);
        assertThat(doubt.state("due-from", AT)).isEqualTo(UNKNOWN);
        doubt.received("due-from", new Receipt.Bounced("<1@x>", "5.1.1"), AT);
        assertThat(doubt.reminder("due-from", AT).channel()).isEqualTo(Channel.SMS);
    }

    @Test
    void a_receipt_may_come_before_the_providers_answer_and_twice() {
        var early = session().started("due-from", AT).received("due-from", new Receipt.Delivered("<1@x>"), AT);
        assertThat(early.state("due-from", AT)).isEqualTo(DELIVERED);
        assertThat(Dispatching.settle(early.dispatch("due-from", AT), 1, new Handover.Accepted("<1@x>"), NOW))
                .isEmpty();
        assertThat(Dispatching.receive(early.dispatch("due-from", AT), 1, new Receipt.Delivered("<1@x>")))
                .isEmpty();
    }

    @Test
    void what_is_put_off_by_one_channel_stays_with_it() {
        var later = session().started("due-from", AT).settled("due-from", new Handover.NotNow("SMTP 450"), AT);
        assertThat(later.reminder("due-from", AT))
                .returns(Channel.EMAIL, Reminder::channel)
                .returns(2, Reminder::attempt);
    }

    @Test
    void a_step_of_a_channel_that_the_clinic_does_not_use_is_none() {
        var mail = patient().appointment("2026-03-20T15:00:00Z");
        assertThat(mail.plan(AT)).extracting(Reminder::step).containsExactly("3-days-before", "1-day-before");
        assertThat(mail.under(EITHER).plan(AT)).extracting(Reminder::step).contains("3-hours-before");
    }

    @Test
    void who_is_told_by_mail_is_not_out_of_reach_for_want_of_a_telephone() {
        var mail = patient().under(EITHER).appointment("2026-03-20T15:00:00Z");
        assertThat(mail.reminder("3-hours-before", AT))
                .returns(SUPPRESSED, Reminder::state)
                .returns(Suppression.OTHER_CHANNEL, Reminder::suppression)
                .returns("There is no telephone number.", Reminder::why);
    }

    @Test
    void minors_are_told_by_those_who_act_for_them() {
        var who = recipient("America/New_York", BOTH, Map.of());
        var minor = new Recipient(
                who.givenName(),
                who.familyName(),
                who.zone(),
                who.language(),
                LocalDate.of(2008, 3, 12),
                who.addresses(),
                who.consents(),
                null);
        assertThat(session(minor).reminder("due-from", AT).suppression()).isEqualTo(Suppression.MINOR);
        assertThat(session(minor).state("due-from", "2026-03-12T14:00:00Z")).isEqualTo(PLANNED);
    }

    @Test
    void a_channel_that_the_clinic_uses_for_other_things_reaches_nobody() {
        var nowhere = recipient("America/New_York", Map.of(), Map.of());
        var other = session(nowhere).under(using(Channel.EMAIL, Channel.WEBHOOK));
        assertThat(other.reminder("due-from", AT).suppression()).isEqualTo(Suppression.NO_ADDRESS);
    }

    @Test
    void what_was_put_off_and_arrived_all_the_same_is_not_sent_again() {
        var later = session().started("due-from", AT).settled("due-from", new Handover.NotNow("HTTP 503"), AT);
        assertThat(Dispatching.settle(later.dispatch("due-from", AT), 1, new Handover.Accepted("SM1"), NOW))
                .isPresent();
        later.received("due-from", new Receipt.Delivered("SM1"), AT);
        assertThat(later.state("due-from", AT)).isEqualTo(DELIVERED);
    }
}

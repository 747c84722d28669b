package io.upswing.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.About.ADueItem;
import io.upswing.notification.domain.About.Kind;
import io.upswing.notification.domain.Invitation.Act;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitationTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant START = Instant.parse("2026-03-11T12:30:00Z");
    private static final LocalDate ON = LocalDate.of(2026, 3, 10);
    private static final UUID ID = new UUID(1, 1);

    @Test
    void an_appointment_can_be_seen_to_until_it_begins() {
        var slot = new Matter.Slot(ID, new UUID(2, 2), START, ZONE, Matter.Slot.State.BOOKED, false, null, null);

        assertThat(Invitation.to(slot, NOW)).contains(new Invitation(Act.APPOINTMENT, ID, START));
    }

    @ParameterizedTest
    @CsvSource({"CHANGED,true", "DELAYED,true", "CALLED_OFF,false"})
    void what_the_clinic_changed_can_be_seen_to_unless_it_is_off(Kind kind, boolean invites) {
        var change = new Matter.Change(new About.AChange(ID, kind, NOW, START), new UUID(2, 2), ZONE, null);

        assertThat(Invitation.to(change, NOW).isPresent()).isEqualTo(invites);
    }

    @ParameterizedTest
    @CsvSource({"SESSION,BOOK", "MAINTENANCE,BOOK", "MEASURE,QUESTIONNAIRE", "CHECK_IN,", "REASSESSMENT,", "GATE,"})
    void what_is_pending_is_booked_or_answered_within_two_weeks(Kind kind, Act act) {
        var pending = new Matter.Pending(new ADueItem(ID, kind, "first"), ZONE, ON, ON, ON, null);

        var invitation = Invitation.to(pending, NOW);

        assertThat(invitation.map(Invitation::act).orElse(null)).isEqualTo(act);
        assertThat(invitation.stream()).allMatch(each -> each.until().equals(NOW.plus(Duration.ofDays(14))));
    }

    @Test
    void an_offer_can_be_answered_and_its_answer_looked_at_until_the_time_begins() {
        var offer = new Matter.Offer(
                new About.AnOffer(ID), new UUID(2, 2), ZONE, START, NOW, NOW.plus(Duration.ofMinutes(30)), null);

        assertThat(Invitation.to(offer, NOW)).contains(new Invitation(Act.OFFER, ID, START));
    }

    @Test
    void it_comes_back_from_the_log_as_it_went_there() {
        var invitation = new Invitation(Act.BOOK, ID, START);

        assertThat(Invitation.of(invitation.parameters())).contains(invitation);
        assertThat(Invitation.of(Map.of("language", "en"))).isEmpty();
    }
}

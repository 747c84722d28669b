package io.upswing.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepliesTest {
    private static final UUID PATIENT = new UUID(1, 1);
    private static final Set<Person> PATIENTS = Set.of(Person.PATIENT);
    private static final UUID FIRST = new UUID(2, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    @Test
    void an_answer_is_to_the_last_text_message_that_the_patient_got() {
        var history = List.of(
                past(0, started(FIRST, "SMS")),
                past(1, new DispatchAccepted(FIRST, PATIENT, 1, "m1")),
                past(2, started(SECOND, "SMS")),
                past(3, new DispatchRejected(SECOND, PATIENT, 1, "no")),
                past(4, started(new UUID(2, 3), "EMAIL")));

        assertThat(received(history).reminderId()).isEqualTo(FIRST);
        assertThat(received(List.of()).reminderId()).isNull();
    }

    @Test
    void an_answer_of_who_acts_for_the_patient_is_to_what_they_got_and_stops_what_they_get() {
        var representative = Set.of(Person.REPRESENTATIVE);
        var own = past(0, started(FIRST, "SMS"));
        var theirs = past(1, started(SECOND, "SMS", Map.of("told", "REPRESENTATIVE")));
        var history = List.of(own, theirs);

        assertThat(Replies.received(new UUID(3, 1), PATIENT, representative, "p", Reply.STOP, history))
                .returns(SECOND, ReplyReceived::reminderId)
                .returns("REPRESENTATIVE", ReplyReceived::saidBy);
        assertThat(received(history)).returns(FIRST, ReplyReceived::reminderId).returns(null, ReplyReceived::saidBy);
        var stopped = List.<NotificationEvent>of(
                Replies.received(new UUID(3, 1), PATIENT, representative, "p", Reply.STOP, history));
        assertThat(Replies.isAcknowledged(Reply.STOP, representative, stopped)).isFalse();
        assertThat(Replies.isAcknowledged(Reply.STOP, PATIENTS, stopped)).isTrue();
    }

    @Test
    void that_nothing_more_comes_is_said_once_until_they_want_more() {
        assertThat(acknowledged(Reply.STOP)).isTrue();
        assertThat(acknowledged(Reply.STOP, Reply.STOP)).isFalse();
        assertThat(acknowledged(Reply.CANCEL, Reply.STOP)).isFalse();
        assertThat(acknowledged(Reply.STOP, Reply.CANCEL, Reply.TEXT)).isFalse();
        assertThat(acknowledged(Reply.STOP, Reply.STOP, Reply.START)).isTrue();
        assertThat(acknowledged(Reply.STOP, Reply.STOP, Reply.START, Reply.STOP))
                .isFalse();
        assertThat(acknowledged(Reply.HELP, Reply.STOP)).isTrue();
        assertThat(acknowledged(Reply.YES)).isFalse();
    }

    @Test
    void one_message_of_the_provider_is_one_reply_of_each_patient() {
        var id = Replies.idOf("clinic-a", "SM1", PATIENT);

        assertThat(Replies.idOf("clinic-a", "SM1", PATIENT)).isEqualTo(id);
        assertThat(Stream.of(
                        Replies.idOf("clinic-b", "SM1", PATIENT),
                        Replies.idOf("clinic-a", "SM2", PATIENT),
                        Replies.idOf("clinic-a", "SM1", FIRST)))
                .doesNotContain(id);
    }

    @Test
    void words_are_kept_within_bounds() {
        var words = ReplyWords.NONE;
        for (int i = 0; i < 60; i++) {
            words = words.with(new UUID(5, i), "x".repeat(2_000), MONDAY);
        }

        assertThat(words.said()).hasSize(50).allMatch(said -> said.text().length() == 1_600);
        assertThat(words.said().getLast().replyId()).isEqualTo(new UUID(5, 59));
    }

    private static ReplyReceived received(List<Replies.Past> history) {
        return Replies.received(new UUID(3, 1), PATIENT, PATIENTS, "p", Reply.YES, history);
    }

    private static boolean acknowledged(Reply meaning, Reply... before) {
        return Replies.isAcknowledged(
                meaning,
                PATIENTS,
                Stream.of(before)
                        .map(each -> (NotificationEvent)
                                new ReplyReceived(new UUID(4, 1), PATIENT, "SMS", "p", each.name(), null, null))
                        .toList());
    }

    private static Replies.Past past(int hours, NotificationEvent event) {
        return new Replies.Past(event, MONDAY.plusSeconds(hours * 3600L));
    }

    private static DispatchStarted started(UUID reminder, String channel) {
        return started(reminder, channel, Map.of());
    }

    private static DispatchStarted started(UUID reminder, String channel, Map<String, String> parameters) {
        return new DispatchStarted(
                reminder, PATIENT, "about", "step", channel, "appointment", 1, parameters, MONDAY, 1, false);
    }
}

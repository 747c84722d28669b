package io.upswing.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.notification.domain.Reconciliation.Handed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the provider's books say better than our log. */
class ReconciliationTest {
    private static final Instant AT = Instant.parse("2026-03-10T14:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String NUMBER = "+12025550123";
    private static final String TEXT = "Your appointment: Sunday";

    private static Claim claim(int number) {
        return new Claim(new UUID(0, number), new UUID(1, number), "clinic-a", 1, AT);
    }

    private static Handed handed(int number, @Nullable String messageId, boolean settled, long afterSeconds) {
        return new Handed(claim(number), messageId, settled, AT.plusSeconds(afterSeconds), NUMBER, TEXT);
    }

    private static ProviderRecord record(String messageId, long afterSeconds, @Nullable Receipt receipt) {
        return new ProviderRecord(messageId, NUMBER, TEXT, AT.plusSeconds(afterSeconds), receipt);
    }

    private static Receipt delivered(String messageId) {
        return new Receipt.Delivered(messageId);
    }

    private static Receipt bounced(String messageId) {
        return new Receipt.Bounced(messageId, "Error 30003");
    }

    @Test
    void a_receipt_that_was_lost_is_made_up_for() {
        var found = Reconciliation.of(
                List.of(handed(1, "SM1", false, 0), handed(2, "SM2", false, 0)),
                List.of(record("SM2", 0, bounced("SM2")), record("SM1", 0, delivered("SM1"))),
                DAY);
        assertThat(found)
                .isEqualTo(new Reconciliation(
                        List.of(
                                new Reading.Told(claim(1), delivered("SM1")),
                                new Reading.Told(claim(2), bounced("SM2"))),
                        0,
                        0));
    }

    @Test
    void what_is_in_doubt_and_in_the_books_was_sent() {
        var found = Reconciliation.of(
                List.of(handed(1, null, false, 0)), List.of(record("SM1", 31, delivered("SM1"))), DAY);
        assertThat(found.news()).containsExactly(new Reading.Told(claim(1), delivered("SM1")));
        assertThat(found.strangers()).isZero();
    }

    @Test
    void what_is_in_doubt_and_still_on_its_way_was_taken() {
        var found = Reconciliation.of(List.of(handed(1, null, false, 0)), List.of(record("SM1", 0, null)), DAY);
        assertThat(found.news()).containsExactly(new Reading.Taken(claim(1), new Handover.Accepted("SM1")));
    }

    @Test
    void what_is_in_doubt_and_not_in_the_books_stays_in_doubt() {
        assertThat(Reconciliation.of(List.of(handed(1, null, false, 0)), List.of(), DAY)
                        .news())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "+12025550124, Your appointment: Sunday, 0",
        "+12025550123, Your appointment: Monday, 0",
        "+12025550123, Your appointment: Sunday, -61",
        "+12025550123, Your appointment: Sunday, 361"
    })
    void another_number_other_words_or_another_time_are_another_message(String to, String text, long afterSeconds) {
        var other = new ProviderRecord("SM1", to, text, AT.plusSeconds(afterSeconds), delivered("SM1"));
        var found = Reconciliation.of(List.of(handed(1, null, false, 0)), List.of(other), DAY);
        assertThat(found).isEqualTo(new Reconciliation(List.of(), 0, 1));
    }

    @Test
    void a_record_that_belongs_to_another_message_settles_no_doubt() {
        var found = Reconciliation.of(
                List.of(handed(1, null, false, 0), handed(2, "SM2", true, 5)),
                List.of(record("SM2", 5, delivered("SM2"))),
                DAY);
        assertThat(found).isEqualTo(new Reconciliation(List.of(), 0, 0));
    }

    @Test
    void two_doubts_of_the_same_words_take_a_record_each() {
        var found = Reconciliation.of(
                List.of(handed(2, null, false, 30), handed(1, null, false, 0), handed(3, null, false, 60)),
                List.of(record("SMb", 30, bounced("SMb")), record("SMa", 0, delivered("SMa"))),
                DAY);
        assertThat(found.news())
                .containsExactly(
                        new Reading.Told(claim(1), delivered("SMa")), new Reading.Told(claim(2), bounced("SMb")));
    }

    @Test
    void what_the_provider_took_and_does_not_have_and_what_it_has_of_others_is_counted() {
        var found = Reconciliation.of(
                List.of(handed(1, "SM1", false, 0), handed(2, "SM2", true, 0)),
                List.of(record("SM8", 900, delivered("SM8")), record("SM9", 900, bounced("SM9"))),
                DAY);
        assertThat(found).isEqualTo(new Reconciliation(List.of(), 1, 1));
    }

    /** What was begun shortly before midnight may stand in the books of either day. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-03-09T23:59:58Z, 0",
        "2026-03-10T00:00:00Z, 1",
        "2026-03-10T23:53:59Z, 1",
        "2026-03-10T23:55:00Z, 0"
    })
    void what_may_stand_in_the_books_of_another_day_is_not_missing(Instant startedAt, int missing) {
        var handed = new Handed(claim(1), "SM1", false, startedAt, NUMBER, TEXT);
        assertThat(Reconciliation.of(List.of(handed), List.of(), DAY).missing()).isEqualTo(missing);
    }
}

package io.upswing.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PatientLinksTest {
    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
    private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final PatientLinks links = new PatientLinks(() -> "the key of the clinic, which nobody knows");
    private final PatientLinks others = new PatientLinks(() -> "another key of somebody who would like to");

    @Property
    void a_link_comes_back_as_it_was_made(@ForAll("links") PatientLink link) {
        var token = links.tokenOf(link);

        assertThat(token).hasSize(92).matches("[A-Za-z0-9_-]+");
        assertThat(links.open(token, ALL, NOW)).isEqualTo(link);
    }

    @Property
    void with_any_letter_changed_it_is_no_link(
            @ForAll("links") PatientLink link,
            @ForAll @IntRange(max = 91) int at,
            @ForAll @IntRange(min = 1, max = 63) int by) {
        var token = new StringBuilder(links.tokenOf(link));
        token.setCharAt(at, LETTERS.charAt((LETTERS.indexOf(token.charAt(at)) + by) % LETTERS.length()));

        unknown(token.toString(), ALL);
    }

    @Property
    void cut_or_lengthened_it_is_no_link(@ForAll("links") PatientLink link, @ForAll @IntRange(max = 91) int length) {
        var token = links.tokenOf(link);

        unknown(token.substring(0, length), ALL);
        unknown(token + token.substring(0, length + 1), ALL);
    }

    @Property
    void it_opens_what_it_is_for_and_nothing_else(@ForAll("links") PatientLink link) {
        var token = links.tokenOf(link);

        unknown(token, EnumSet.complementOf(EnumSet.of(link.purpose())));
        assertThat(links.open(token, Set.of(link.purpose()), NOW)).isEqualTo(link);
    }

    /** The code of one link is put under what another says. */
    @Property
    void the_code_of_another_patients_link_does_not_do(@ForAll("links") PatientLink link) {
        var other = new PatientLink(
                link.id(), link.purpose(), link.language(), another(link.patientId()), link.subject(), link.expires());

        unknown(links.tokenOf(other).substring(0, 70) + links.tokenOf(link).substring(70), ALL);
    }

    @Property
    void without_the_key_nobody_makes_one(@ForAll("links") PatientLink link) {
        unknown(others.tokenOf(link), ALL);
    }

    @Property
    void from_its_last_minute_on_it_is_over(@ForAll("links") PatientLink link) {
        var token = links.tokenOf(link);

        assertThat(links.open(token, ALL, link.expires().minusNanos(1))).isEqualTo(link);
        assertThatThrownBy(() -> links.open(token, ALL, link.expires()))
                .isInstanceOfSatisfying(DeadLink.class, dead -> {
                    assertThat(dead.why()).isEqualTo(DeadLink.Why.EXPIRED);
                    assertThat(dead.language()).isEqualTo(link.language());
                });
    }

    @Property
    void each_thing_it_may_be_for_is_another_act(@ForAll("links") PatientLink link) {
        assertThat(ALL.stream().map(purpose -> link.to(purpose).eventId()).distinct())
                .hasSameSizeAs(ALL);
        assertThat(link.to(link.purpose()).eventId()).isEqualTo(link.eventId());
    }

    private static UUID another(UUID id) {
        return new UUID(~id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private void unknown(String token, Set<Purpose> purposes) {
        assertThatThrownBy(() -> links.open(token, purposes, NOW))
                .isInstanceOfSatisfying(
                        DeadLink.class, dead -> assertThat(dead.why()).isEqualTo(DeadLink.Why.UNKNOWN));
    }

    @Provide
    Arbitrary<PatientLink> links() {
        var ids = Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        var expiries =
                Arbitraries.integers().between(1, 400 * 24 * 60).map(minutes -> NOW.plus(minutes, ChronoUnit.MINUTES));
        return Combinators.combine(
                        ids, Arbitraries.of(Purpose.class), Arbitraries.of(Language.class), ids, ids, expiries)
                .as(PatientLink::new);
    }
}

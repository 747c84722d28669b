package io.upswing.notification.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.links.Language;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.links.Words;
import io.upswing.links.WordsContract;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Invitation.Act;
import io.upswing.notification.domain.Neutral;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignedInvitationsTest {
    private static final UUID REMINDER = new UUID(1, 1);
    private static final UUID PATIENT = new UUID(2, 2);
    private static final UUID SUBJECT = new UUID(3, 3);
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-11T12:30:00Z");
    private static final String TOKEN = "[A-Za-z0-9_-]{92}";

    private final PatientLinks links = new PatientLinks(() -> "a key of at least thirty-two characters");
    private final SignedInvitations invitations = new SignedInvitations(links, new PagesConfig() {
        @Override
        public URI appointments() {
            return URI.create("https://clinic.example/p/");
        }

        @Override
        public URI questionnaires() {
            return URI.create("https://clinic.example/questionnaires/");
        }

        @Override
        public URI preferences() {
            return URI.create("https://clinic.example/preferences/");
        }
    });

    @ParameterizedTest
    @CsvSource({
        "APPOINTMENT,CONFIRM,https://clinic.example/p/",
        "BOOK,BOOK,https://clinic.example/p/",
        "QUESTIONNAIRE,QUESTIONNAIRE,https://clinic.example/questionnaires/",
        "OFFER,OFFER,https://clinic.example/p/"
    })
    void a_message_has_a_link_for_what_it_is_about_good_for_that_alone(Act act, Purpose purpose, String page) {
        var lines = under(act, Channel.SMS);

        assertThat(lines).startsWith(page);
        var link = links.open(lines.substring(page.length()), EnumSet.of(purpose), NOW);
        assertThat(link.id()).isEqualTo(REMINDER);
        assertThat(link.patientId()).isEqualTo(PATIENT);
        assertThat(link.subject()).isEqualTo(SUBJECT);
        assertThat(link.expires()).isEqualTo(UNTIL);
        assertThat(link.language()).isEqualTo(Language.DE);
    }

    @Test
    void a_mail_says_what_each_link_is_for_and_has_one_for_what_is_sent() {
        assertThat(under(Act.APPOINTMENT, Channel.EMAIL))
                .matches("(?s)Zum Bestätigen oder Ändern:\nhttps://clinic.example/p/" + TOKEN
                        + "\n\nUm zu wählen, wie wir Ihnen schreiben:\nhttps://clinic.example/preferences/" + TOKEN);
        assertThat(invitations.under(Map.of("language", "fr"), Channel.EMAIL, REMINDER, PATIENT, NOW))
                .startsWith("Pour choisir comment nous vous écrivons :\nhttps://clinic.example/preferences/");
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void who_looks_after_what_was_sent_sees_where_links_lead_and_none_that_works(Channel channel) {
        var seen = invitations.masked(parameters(Act.APPOINTMENT), channel);

        assertThat(seen).doesNotContainPattern(TOKEN);
        assertThat(under(Act.APPOINTMENT, channel).replaceAll(TOKEN, "…")).isEqualTo(seen);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_all_of_it_and_nothing_that_tells(Language language) {
        WordsContract.check(SignedInvitations.class, "invitations");
        var words = Words.of(SignedInvitations.class, "invitations", language);
        for (var act : Act.values()) {
            assertThat(Neutral.tellingWord(words.get(act.name().toLowerCase(Locale.ROOT))))
                    .isEmpty();
        }
    }

    private String under(Act act, Channel channel) {
        return invitations.under(parameters(act), channel, REMINDER, PATIENT, NOW);
    }

    private static Map<String, String> parameters(Act act) {
        return Map.of("language", "de", "act", act.name(), "subject", SUBJECT.toString(), "until", UNTIL.toString());
    }
}

package io.upswing.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "STOP|STOP",
                "stop|STOP",
                " Stop. |STOP",
                "Stop!!!|STOP",
                "\"STOP\"|STOP",
                "STOPP|STOP",
                "STOPALL|STOP",
                "stop all|STOP",
                "Please stop|STOP",
                "stop please, thanks|STOP",
                "Stop texting me|STOP",
                "unsubscribe|STOP",
                "QUIT|STOP",
                "End|STOP",
                "revoke|STOP",
                "opt-out|STOP",
                "OptOut|STOP",
                "Don’t text me|STOP",
                "ALTO|STOP",
                "parar|STOP",
                "Baja|STOP",
                "no más mensajes|STOP",
                "Abmelden|STOP",
                "abbestellen|STOP",
                "Keine SMS mehr, bitte|STOP",
                "Ich möchte keine Nachrichten mehr.|STOP",
                "Arrêt|STOP",
                "ARRET|STOP",
                "désabonner|STOP",
                "Plus de SMS svp|STOP",
                "CANCEL|CANCEL",
                "cancel.|CANCEL",
                "Cancel please|CANCEL",
                "Cancelar|CANCEL",
                "Annuler|CANCEL",
                "stornieren|CANCEL",
                "START|START",
                "unstop|START",
                "iniciar|START",
                "Starten|START",
                "Démarrer|START",
                "HELP|HELP",
                "info|HELP",
                "Ayuda|HELP",
                "HILFE!|HELP",
                "aide|HELP",
                "YES|YES",
                "y|YES",
                "Yes, thanks|YES",
                "Yes I'll be there|YES",
                "ok|YES",
                "Confirmed|YES",
                "👍|YES",
                "👍🏽|YES",
                "Sí|YES",
                "si|YES",
                "Sí, confirmo.|YES",
                "Ja|YES",
                "Ja, ich komme|YES",
                "bestätigt|YES",
                "Oui|YES",
                "D'accord|YES",
                "d’accord merci|YES",
                "NO|NO",
                "n|NO",
                "no thanks|NO",
                "I can't make it|NO",
                "I can’t come|NO",
                "No puedo|NO",
                "Nein|NO",
                "Ich kann nicht kommen|NO",
                "absagen|NO",
                "Non|NO",
                "Je ne peux pas venir|NO"
            })
    void says(String text, Reply meaning) {
        assertThat(ReplyReader.read(text)).isEqualTo(meaning);
    }

    /** None of these may end somebody's messages, or confirm an appointment. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don't stop",
                "I will stop by tomorrow",
                "When does it end?",
                "Please cancel my appointment",
                "Can I cancel on Friday?",
                "yes but later",
                "No, wait, yes",
                "Is there an info sheet?",
                "Kann ich am Freitag absagen?",
                "Ich kann nicht vor zehn Uhr",
                "¿Puedo cancelar la cita?",
                "Je ne peux pas vendredi, et samedi ?",
                "stop yes",
                "thanks",
                "???",
                "''",
                "0",
                "I want to die"
            })
    void is_for_a_person_to_read(String text) {
        assertThat(ReplyReader.read(text)).isEqualTo(Reply.TEXT);
    }

    @Property
    void any_text_means_something_and_marks_around_it_change_nothing(@ForAll @StringLength(max = 200) String text) {
        assertThat(ReplyReader.read(" ..." + text + "!!")).isEqualTo(ReplyReader.read(text));
    }
}

package io.upswing.notification.domain;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a patient means who answers a text message, in the spellings that are usual in English, Spanish, German and French.
 * Only a message that says nothing else is understood: "don't stop" and "yes, but later" are for a person to read. The words
 * that carriers reserve, and those by which consent may be revoked (47 CFR 64.1200(a)(10)), are among them.
 */
public final class ReplyReader {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> COURTESY = words("""
            please|pls|plz|thanks|thank you|thx|hi|hello|por favor|gracias|hola|bitte|danke|hallo|merci|svp|s il vous plait
            |sil vous plait|bonjour
            """);

    private static final Set<String> STOP = words("""
            stop|stopp|stopall|stop all|quit|end|revoke|optout|opt out|unsubscribe|unsubscribe me|remove me|stop it
            |stop texting|stop texting me|stop messaging me|stop sending|stop sending me texts|stop sending me messages
            |stop texts|stop messages|stop sms|no more texts|no more messages|no more sms|do not text me|dont text me
            |alto|parar|pare|paren|para|detener|basta|baja|dar de baja|darme de baja|cancelar suscripcion|no mas mensajes
            |no mas sms|no quiero mas mensajes|no me escriban mas|dejen de escribirme
            |ende|beenden|abmelden|abbestellen|austragen|abmeldung|keine sms mehr|keine nachrichten mehr
            |ich mochte keine nachrichten mehr|ich will keine nachrichten mehr|sms stopp|sms stop
            |arret|arreter|arretez|fin|desabonner|desabonnement|desinscrire|desinscription|me desabonner|me desinscrire
            |plus de messages|plus de sms|ne plus recevoir|ne m ecrivez plus|ne mecrivez plus
            """);

    private static final Set<String> CANCEL = words(
            "cancel|cancelled|canceled|cancell|cancelar|cancela|cancelo|annuler|annule|annulez|stornieren|storno");

    private static final Set<String> START = words("""
            start|unstop|resume|subscribe|restart|opt in|optin|iniciar|comenzar|empezar|reanudar|alta|suscribir
            |starten|anmelden|fortsetzen|weiter|demarrer|commencer|reprendre|abonner|m abonner
            """);

    private static final Set<String> HELP =
            words("help|info|help me|ayuda|informacion|hilfe|information|aide|aidez moi|renseignements");

    private static final Set<String> YES = words("""
            yes|y|yep|yeah|yup|yes i will|yes i will come|yes ill be there|ill be there|i will be there|i will come|ok|okay|k
            |sure|confirm|confirmed|i confirm|yes confirm|yes confirmed|yes i confirm
            |si|s|claro|vale|de acuerdo|confirmo|confirmar|confirmado|confirmada|si confirmo|ahi estare|alli estare|voy
            |ja|j|jawohl|jep|ja ich komme|ich komme|bestatigt|bestatigen|bestatige|ich bestatige|ja bestatigt|in ordnung|passt
            |oui|o|ouais|d accord|daccord|confirme|je confirme|oui je confirme|je viens|je viendrai|oui je viens|entendu
            """);

    private static final Set<String> NO = words("""
            no|n|nope|nah|no i cant|no i cannot|cant come|cannot come|i cant come|i cannot come|i cant make it
            |i cannot make it|cant make it|i wont come|i will not come|not coming|im not coming
            |no puedo|no puedo ir|no voy|no ire|no podre ir|no podre|no vendre
            |nein|ne|nee|nein danke|kann nicht|ich kann nicht|ich kann nicht kommen|kann nicht kommen|ich komme nicht
            |komme nicht|absagen|absage|ich sage ab|passt nicht
            |non|je ne peux pas|je ne peux pas venir|je peux pas|je peux pas venir|je ne viens pas|je viens pas
            |je ne viendrai pas
            """);

    private static final Map<Reply, Set<String>> MEANINGS = Map.of(
            Reply.STOP, STOP,
            Reply.CANCEL, CANCEL,
            Reply.START, START,
            Reply.HELP, HELP,
            Reply.YES, YES,
            Reply.NO, NO);

    private ReplyReader() {}

    public static Reply read(String text) {
        if (text.strip().matches("👍[\\x{1F3FB}-\\x{1F3FF}]?")) {
            return Reply.YES;
        }
        var plain = plain(text);
        var said = withoutCourtesy(plain);
        return MEANINGS.entrySet().stream()
                .filter(meaning -> meaning.getValue().contains(said))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Reply.TEXT);
    }

    /** Lower case, without accents, marks and what stands between words. */
    private static String plain(String text) {
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var words = APOSTROPHES.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("");
        return OTHERS.matcher(words).replaceAll(" ").strip();
    }

    private static String withoutCourtesy(String plain) {
        var said = " " + plain + " ";
        for (var each : COURTESY) {
            said = said.replace(" " + each + " ", " ");
        }
        return said.strip();
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split("\\|"))
                .map(word -> word.replaceAll("\\s+", " ").strip())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package io.upswing.notification.gateway;

import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * What a text message can hold (3GPP TS 23.038). In the GSM alphabet a segment takes 160 characters, 153 of several; one
 * character outside it, and the whole message is in UCS-2: 70 and 67.
 */
final class ShortText {
    /** More is dear, and arrives in pieces on old telephones. */
    static final int MOST_SEGMENTS = 2;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";
    private static final String TYPESET = "‘’“”„–—\u00a0\u202f";
    private static final String TYPED = "''\"\"\"--  ";

    private ShortText() {}

    /** The same without accents and signs that would double its price, where it reads as well without them. */
    static String plain(String text) {
        return text.codePoints().mapToObj(ShortText::plain).collect(Collectors.joining());
    }

    static int segments(String text) {
        return text.chars().allMatch(character -> septets(character) > 0)
                ? segments(text.chars().map(ShortText::septets).sum(), 160, 153)
                : segments(text.length(), 70, 67);
    }

    private static int segments(int length, int alone, int ofSeveral) {
        return length <= alone ? 1 : Math.ceilDiv(length, ofSeveral);
    }

    /** 0: not in the alphabet. */
    private static int septets(int character) {
        return BASIC.indexOf(character) >= 0 ? 1 : EXTENDED.indexOf(character) >= 0 ? 2 : 0;
    }

    private static String plain(int character) {
        var itself = Character.toString(character);
        if (septets(character) > 0) {
            return itself;
        }
        var typeset = TYPESET.indexOf(character);
        var bare = typeset >= 0
                ? TYPED.substring(typeset, typeset + 1)
                : Normalizer.normalize(itself, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare.chars().allMatch(each -> septets(each) > 0) ? bare : itself;
    }
}

package io.upswing.notification.gateway;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A telephone number that can take text messages, as far as the numbering plans tell. */
final class MobileNumber {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private static final Set<PhoneNumberType> TAKE_TEXT = EnumSet.of(
            PhoneNumberType.MOBILE,
            PhoneNumberType.FIXED_LINE_OR_MOBILE,
            PhoneNumberType.VOIP,
            PhoneNumberType.PERSONAL_NUMBER);

    private MobileNumber() {}

    /**
     * In E.164; empty when it is none. One that the plans write otherwise, such as +44 (0)7911 …, is none either: an answer
     * from it, STOP among them, would come under a number that nobody is registered with.
     */
    static Optional<String> of(String text) {
        try {
            var number = NUMBERS.parse(text, null); // with its country, or it is nobody's
            return NUMBERS.isValidNumber(number) && TAKE_TEXT.contains(NUMBERS.getNumberType(number))
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                            .filter(plain(text)::equals)
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return "+" + text.replaceAll("[^0-9]", "");
    }
}

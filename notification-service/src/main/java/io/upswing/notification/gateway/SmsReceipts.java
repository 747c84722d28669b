package io.upswing.notification.gateway;

import io.upswing.notification.domain.Reading;
import io.upswing.notification.domain.ReceiptReader;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The status callbacks of the provider of text messages, signed as Twilio signs them. */
@Singleton
class SmsReceipts implements ReceiptReader {
    static final String NAME = "sms";

    private final SmsConfig.@Nullable Account account;

    SmsReceipts(SmsConfig config) {
        account = config.account().orElse(null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean configured() {
        return account != null;
    }

    @Override
    public String signatureHeader() {
        return "X-Twilio-Signature";
    }

    @Override
    public Reading read(String query, String signature, String body) {
        try {
            var fields = Form.decode(body);
            return isProved(query, signature, fields) ? read(Form.decode(query), fields) : new Reading.Forged();
        } catch (IllegalArgumentException e) {
            return new Reading.Senseless("is no form");
        }
    }

    private boolean isProved(String query, String signature, Map<String, String> fields) {
        if (account == null) {
            return false;
        }
        var address = new ReceiptAddress(account.receipts(), NAME).called(query);
        return Hmac.same(signature, signature(account.token(), address, fields));
    }

    /** @param address as we gave it to the provider; all fields follow it in the order of their names */
    static String signature(String token, String address, Map<String, String> fields) {
        var all = fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
        return Base64.getEncoder().encodeToString(Hmac.of("HmacSHA1", token, address + all));
    }

    private static Reading read(Map<String, String> query, Map<String, String> fields) {
        var claim = ReceiptAddress.claim(query);
        var messageId = fields.getOrDefault("MessageSid", "");
        if (claim.isEmpty() || !SmsVerdict.isMessageId(messageId)) {
            return new Reading.Senseless("names no message of ours");
        }
        var status = fields.getOrDefault("MessageStatus", "");
        return SmsStatus.reading(claim.get(), messageId, status, fields.getOrDefault("ErrorCode", ""));
    }
}

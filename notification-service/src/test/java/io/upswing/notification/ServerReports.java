package io.upswing.notification;

import java.util.UUID;

/** What mail servers send back, in the shapes that the common ones give it. */
public final class ServerReports {
    private ServerReports() {}

    /** As {@code Message-ID} has it. */
    public static String messageId(UUID reminderId) {
        return "<" + reminderId + "@upswing.example>";
    }

    public static String postfix(String messageId, String action, String status) {
        return wire("""
                From: MAILER-DAEMON@mx1.upswing.example (Mail Delivery System)
                To: bounces@upswing.example
                Subject: Undelivered Mail Returned to Sender
                Date: Tue, 10 Mar 2026 10:00:03 -0400 (EDT)
                Auto-Submitted: auto-replied
                Message-Id: <20260310140003.1F2E3D4C5B@mx1.upswing.example>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="9A8B7C6D5E.1773151203/mx1.upswing.example"
                Content-Transfer-Encoding: 8bit

                This is a MIME-encapsulated message.

                --9A8B7C6D5E.1773151203/mx1.upswing.example
                Content-Description: Notification
                Content-Type: text/plain; charset=utf-8

                This is the mail system at host mx1.upswing.example.

                <ama@example.org>: host mx.example.org[192.0.2.7] said: 550 5.1.1
                    <ama@example.org>: Recipient address rejected: User unknown (in reply to RCPT TO command)

                --9A8B7C6D5E.1773151203/mx1.upswing.example
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx1.upswing.example
                X-Postfix-Queue-ID: 1F2E3D4C5B
                X-Postfix-Sender: rfc822; bounces@upswing.example
                Arrival-Date: Tue, 10 Mar 2026 10:00:02 -0400 (EDT)

                Final-Recipient: rfc822; ama@example.org
                Original-Recipient: rfc822;ama@example.org
                Action: %s
                Status: %s
                Remote-MTA: dns; mx.example.org
                Diagnostic-Code: smtp; 550 5.1.1 <ama@example.org>: Recipient address
                    rejected: User unknown

                --9A8B7C6D5E.1773151203/mx1.upswing.example
                Content-Description: Undelivered Message Headers
                Content-Type: text/rfc822-headers
                Content-Transfer-Encoding: 8bit

                Return-Path: <bounces@upswing.example>
                Received: from service (unknown [192.0.2.2]) by mx1.upswing.example (Postfix) with ESMTP
                Message-ID: %s
                From: clinic@upswing.example
                To: ama@example.org
                Subject: Your appointment tomorrow

                --9A8B7C6D5E.1773151203/mx1.upswing.example--
                """.formatted(action, status, messageId));
    }

    /** With the words twice, as text and as a page, and the whole mail. */
    public static String exchange(String messageId) {
        return wire("""
                From: <postmaster@example.org>
                To: <bounces@upswing.example>
                Date: Tue, 10 Mar 2026 14:00:05 +0000
                Content-Type: multipart/report; report-type=delivery-status;
                \tboundary="7c1d2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d"
                X-MS-Exchange-Message-Is-Ndr:
                Content-Language: en-GB
                Message-ID: <00000000-aaaa-bbbb-cccc-000000000000@EX01.example.org>
                In-Reply-To: %1$s
                References: %1$s
                Subject: Undeliverable: Your appointment tomorrow
                Auto-Submitted: auto-replied

                --7c1d2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d
                Content-Type: multipart/alternative; differences=Content-Type;
                \tboundary="inner"

                --inner
                Content-Type: text/plain; charset="us-ascii"
                Content-Transfer-Encoding: quoted-printable

                Your message to ama@example.org couldn't be delivered.

                --inner
                Content-Type: text/html; charset="us-ascii"

                <html><body>Your message couldn't be delivered.</body></html>

                --inner--

                --7c1d2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d
                Content-Type: message/delivery-status

                Reporting-MTA: dns;EX01.example.org
                Received-From-MTA: dns;mx1.upswing.example
                Arrival-Date: Tue, 10 Mar 2026 14:00:04 +0000

                Original-Recipient: rfc822;ama@example.org
                Final-Recipient: rfc822;ama@example.org
                Action: failed
                Status: 5.1.10
                Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient ama@example.org not found
                X-Display-Name: Ama Example

                --7c1d2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d
                Content-Type: message/rfc822

                Received: from mx1.upswing.example (192.0.2.2) by EX01.example.org (192.0.2.8)
                From: <clinic@upswing.example>
                To: <ama@example.org>
                Subject: Your appointment tomorrow
                Message-ID: %1$s
                MIME-Version: 1.0
                Content-Type: text/plain; charset="utf-8"

                Hello Ama,

                --7c1d2b3a-4e5f-4a6b-8c7d-9e0f1a2b3c4d--
                """.formatted(messageId));
    }

    /** With a picture in between, and an answer to the mail. */
    public static String gmail(String messageId) {
        return wire("""
                Return-Path: <>
                From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
                To: bounces@upswing.example
                Auto-Submitted: auto-replied
                Subject: Delivery Status Notification (Failure)
                References: %1$s
                In-Reply-To: %1$s
                Message-ID: <69b0f1a2.050a0220.1a2b3c.0d4e.GMR@mx.googlemail.example>
                Date: Tue, 10 Mar 2026 07:00:09 -0700 (PDT)
                Content-Type: multipart/report; boundary="000000000000a1b2c3d4e5f6a7b8"; report-type=delivery-status

                --000000000000a1b2c3d4e5f6a7b8
                Content-Type: multipart/related; boundary="000000000000b1"

                --000000000000b1
                Content-Type: text/plain; charset="UTF-8"

                ** Address not found **

                Your message wasn't delivered to ama@example.org because the address couldn't be found.

                --000000000000b1
                Content-Type: image/png; name="icon.png"
                Content-Transfer-Encoding: base64
                Content-ID: <icon.png>

                iVBORw0KGgo=
                --000000000000b1--
                --000000000000a1b2c3d4e5f6a7b8
                Content-Type: message/delivery-status

                Reporting-MTA: dns; googlemail.example
                Arrival-Date: Tue, 10 Mar 2026 07:00:08 -0700 (PDT)
                X-Original-Message-ID: %1$s

                Final-Recipient: rfc822; ama@example.org
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
                Last-Attempt-Date: Tue, 10 Mar 2026 07:00:09 -0700 (PDT)

                --000000000000a1b2c3d4e5f6a7b8
                Content-Type: message/rfc822

                Return-Path: <bounces@upswing.example>
                Message-ID: %1$s
                From: clinic@upswing.example
                To: ama@example.org
                Subject: Your appointment tomorrow

                Hello Ama,
                --000000000000a1b2c3d4e5f6a7b8--
                """.formatted(messageId));
    }

    /** Somebody's machine says that they are away. */
    public static String away(String messageId) {
        return wire("""
                From: Ama <ama@example.org>
                To: clinic@upswing.example
                Subject: Automatic reply: Your appointment tomorrow
                In-Reply-To: %s
                Auto-Submitted: auto-replied
                Content-Type: text/plain; charset=utf-8

                I am away. Action: failed. Status: 5.1.1
                """.formatted(messageId));
    }

    /** Somebody's machine says that they have read it, which is a report of another kind. */
    public static String read(String messageId) {
        return wire("""
                From: Ama <ama@example.org>
                To: clinic@upswing.example
                Subject: Read: Your appointment tomorrow
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b
                Content-Type: text/plain

                Read.
                --b
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822;ama@example.org
                Original-Message-ID: %s
                Disposition: manual-action/MDN-sent-manually; displayed
                --b--
                """.formatted(messageId));
    }

    private static String wire(String text) {
        return text.replace("\n", "\r\n");
    }
}

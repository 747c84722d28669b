package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;

import io.upswing.deploy.embedded.Sms;
import io.upswing.deploy.embedded.SmsMood;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Patients who came two days ago, each with two messages to get by today: that the next session is to be booked, and how
 * they are. Every other one has a telephone and no e-mail, and on some of these the provider has a bad day.
 */
record Crowd(Clinic clinic, Daytime here, UUID site, int patients) {
    static final int MESSAGES = 2;
    private static final int CLIENTS = 16;
    private static final int FIRST_NUMBER = 3_100_000;
    private static final int BAD_DAY = 20;

    int messages() {
        return patients * MESSAGES;
    }

    void comes() {
        var permits = new Semaphore(CLIENTS);
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < patients; n++) {
                var number = n;
                permits.acquireUninterruptibly();
                clients.execute(() -> {
                    try {
                        comes(number);
                    } finally {
                        permits.release();
                    }
                });
            }
        }
    }

    private void comes(int number) {
        var patient = created(clinic.api().post("front-desk", "/patients", registration(number)))
                .id("patientId");
        var course = clinic.course(patient, site, here.today().minusDays(6));
        clinic.administration(course, here.today().minusDays(2));
    }

    private Map<String, Object> registration(int number) {
        var channel = byText(number) ? "SMS" : "EMAIL";
        var body = new HashMap<String, Object>(Map.of(
                "givenName",
                "Ada",
                "familyName",
                "Crowd" + number,
                "birthDate",
                "1984-05-02",
                "timeZone",
                here.zone().getId(),
                "consents",
                List.of(Map.of("channel", channel, "granted", true, "at", "2026-02-20T15:00:00Z"))));
        if (byText(number)) {
            body.put("phone", telephone(number));
        } else {
            body.put("email", "crowd" + number + "@example.org");
        }
        return body;
    }

    /** One of their two messages is turned away, answered with an error after it was taken, or not answered. */
    void meetsBadDays(Sms provider) {
        var moods = SmsMood.values();
        IntStream.range(0, patients)
                .filter(Crowd::byText)
                .filter(number -> number % BAD_DAY == 0)
                .forEach(number -> provider.next(telephone(number), moods[number / BAD_DAY % moods.length]));
    }

    private static boolean byText(int number) {
        return number % 2 == 0;
    }

    private static String telephone(int number) {
        return "+1202" + (FIRST_NUMBER + number);
    }
}

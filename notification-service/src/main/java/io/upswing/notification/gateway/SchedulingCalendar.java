package io.upswing.notification.gateway;

import io.upswing.links.Language;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.notification.domain.Affirmation;
import io.upswing.notification.domain.Calendar;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Confirms an appointment as its patient would: by a link for just that, with the reply's id, so that however often it is
 * told the calendar records it once and as the patient's. No other leave of this service's own is needed.
 */
@Singleton
class SchedulingCalendar implements Calendar {
    private static final Logger LOG = Logger.getLogger(SchedulingCalendar.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SERVER_ERROR = 500;

    private final PatientLinks links;
    private final PagesConfig pages;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    SchedulingCalendar(PatientLinks links, PagesConfig pages) {
        this.links = links;
        this.pages = pages;
    }

    @Override
    public boolean confirm(Affirmation affirmation) {
        var link = new PatientLink(
                affirmation.replyId(),
                Purpose.CONFIRM,
                Language.EN,
                affirmation.patientId(),
                affirmation.appointmentId(),
                affirmation.start());
        var request = HttpRequest.newBuilder(pages.appointments().resolve(links.tokenOf(link) + "/confirm"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "seen=" + URLEncoder.encode(affirmation.start().toString(), StandardCharsets.UTF_8)))
                .build();
        try {
            // what it refuses will be seen in its events: moved or cancelled meanwhile
            return client.send(request, BodyHandlers.discarding()).statusCode() < SERVER_ERROR;
        } catch (IOException e) {
            LOG.warnf("The calendar cannot be reached: what a patient confirmed is told to it later: %s", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

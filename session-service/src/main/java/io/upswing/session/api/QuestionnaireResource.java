package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.links.DeadLink;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.session.command.Charts;
import io.upswing.session.view.Patient;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.EnumSet;

/**
 * The questions before a session (PHQ-9), answered by the link in a message. Opening it changes nothing, it serves once, and
 * the link alone says who answers.
 */
@Path("/questionnaires/{token}")
@RunOnVirtualThread
class QuestionnaireResource {
    private final PatientLinks links;
    private final Charts charts;
    private final SelfReports reports;
    private final QuestionnairePages pages;
    private final InstantSource clock;

    QuestionnaireResource(
            PatientLinks links, Charts charts, SelfReports reports, QuestionnairePages pages, InstantSource clock) {
        this.links = links;
        this.charts = charts;
        this.reports = reports;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response open(String token) {
        var link = link(token);
        return charts.isAnswered(patient(link).clinic(), link.eventId())
                ? pages.say(link, "used")
                : pages.ask(200, token, link, QuestionnaireAnswers.NONE);
    }

    @POST
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response answer(String token, @BeanParam QuestionnaireAnswers answers) {
        var link = link(token);
        var clinic = patient(link).clinic();
        if (charts.isAnswered(clinic, link.eventId())) {
            return pages.say(link, "used");
        }
        if (!answers.complete()) {
            return pages.ask(400, token, link, answers);
        }
        reports.record(clinic, link, answers.values());
        return pages.thank(link, answers.mentionHarm());
    }

    private PatientLink link(String token) {
        return links.open(token, EnumSet.of(Purpose.QUESTIONNAIRE), clock.instant());
    }

    private Patient patient(PatientLink link) {
        return charts.patient(link.patientId()).orElseThrow(() -> new DeadLink(DeadLink.Why.UNKNOWN, link.language()));
    }
}

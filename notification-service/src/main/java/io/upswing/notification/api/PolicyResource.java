package io.upswing.notification.api;

import io.upswing.http.Roles;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Policy;
import io.upswing.notification.domain.SendingHours;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;

/** Which reminder goes out when. */
@Path("/policies")
@RolesAllowed(Roles.READER)
public class PolicyResource {

    /** Hours and times of day are the patient's own. */
    record PoliciesAnswer(
            Policies.Channel channel, SendingHours sendingHours, Duration usefulFor, List<Policy> policies) {}

    @GET
    public PoliciesAnswer get() {
        var policies = Policies.DEFAULTS;
        return new PoliciesAnswer(policies.channel(), policies.hours(), policies.usefulFor(), policies.policies());
    }
}

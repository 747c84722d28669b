package io.upswing.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** What says nothing else answers JSON, and nothing but JSON: whoever accepts none gets none. */
class AcceptFilter {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private final ResourceInfo resource;

    AcceptFilter(ResourceInfo resource) {
        this.resource = resource;
    }

    @ServerRequestFilter
    public @Nullable Response refuse(ContainerRequestContext request) {
        var acceptable = resource.getResourceMethod().isAnnotationPresent(Produces.class)
                || request.getAcceptableMediaTypes().stream().anyMatch(AcceptFilter::takesJson);
        return acceptable ? null : Problem.of(406, Statuses.codeOf(406), Statuses.detailOf(406));
    }

    private static boolean takesJson(MediaType accepted) {
        return accepted.isCompatible(MediaType.APPLICATION_JSON_TYPE) || accepted.isCompatible(PROBLEM);
    }
}

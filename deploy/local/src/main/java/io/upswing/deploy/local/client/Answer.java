package io.upswing.deploy.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.UUID;

/** What a service answered to a request ({@code GET http://...}). */
public record Answer(String request, int status, HttpHeaders headers, String text) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body; a missing node where there is none. */
    public JsonNode json() {
        return Json.read(text);
    }

    public UUID id(String field) {
        return UUID.fromString(json().path(field).asText());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Where a write stands in the log, to be read after at another service. */
    public Optional<String> logPosition() {
        return header("Log-Position");
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + text;
    }
}

package io.upswing.deploy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people of the clinic at the API. They do nothing that should be refused, so a refusal ends what they were at. */
record Staff(Api api) {

    /** A request that should have been granted, and the problem that came instead. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String request, Answer answer) {
            super(request + " -> " + answer.status() + " " + answer.text());
        }
    }

    /** The same key again, on a second run over the same clinic, gets the same answer. */
    Answer post(String role, String path, Map<String, ?> body, String key) {
        var answer = api.post(role, path, body, key);
        return require("POST " + path + " " + body, answer);
    }

    void patch(String role, String path, Map<String, ?> body, String key) {
        require("PATCH " + path + " " + body, api.patch(role, path, body, key));
    }

    JsonNode get(String role, String path) {
        return require("GET " + path, api.get(role, path)).json();
    }

    /** Reads what is at least as new as the position, if there is one. */
    JsonNode getAfter(@Nullable String position, String role, String path) {
        return position == null
                ? get(role, path)
                : require("GET " + path + " after " + position, api.getAfter(position, role, path))
                        .json();
    }

    private static Answer require(String request, Answer answer) {
        if (!answer.ok()) {
            throw new Refused(request, answer);
        }
        return answer;
    }
}

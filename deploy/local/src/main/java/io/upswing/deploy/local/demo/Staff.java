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

        Refused(Answer answer, Object asked) {
            super(answer + " to " + asked);
        }
    }

    /** The same key again, on a second run over the same clinic, gets the same answer. */
    Answer post(String role, String path, Map<String, ?> body, String key) {
        return require(api.post(role, path, body, key), body);
    }

    void patch(String role, String path, Map<String, ?> body, String key) {
        require(api.patch(role, path, body, key), body);
    }

    JsonNode get(String role, String path) {
        return require(api.get(role, path), role).json();
    }

    /** Reads what is at least as new as the position, if there is one. */
    JsonNode getAfter(@Nullable String position, String role, String path) {
        return position == null
                ? get(role, path)
                : require(api.getAfter(position, role, path), position).json();
    }

    private static Answer require(Answer answer, Object asked) {
        if (!answer.ok()) {
            throw new Refused(answer, asked);
        }
        return answer;
    }
}

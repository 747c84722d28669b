package io.upswing.deploy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.client.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests of one story, numbered, and the place in the log to which its session records have come. */
final class Notes {
    private final Staff staff;
    private final String story;
    private int requests;
    private @Nullable String position;

    /** @param story a name that no other story of the clinic has */
    Notes(Staff staff, String story) {
        this.staff = staff;
        this.story = story;
    }

    Answer post(String role, String path, Map<String, ?> body) {
        requests++;
        var answer = staff.post(role, path, body, story + "/" + requests);
        if (path.contains("/courses") || path.startsWith("/sessions")) {
            position = answer.logPosition().orElse(position);
        }
        return answer;
    }

    JsonNode get(String role, String path) {
        return staff.get(role, path);
    }

    @Nullable
    String position() {
        return position;
    }
}

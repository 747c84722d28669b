package io.upswing.deploy.local.client;

import java.util.Set;

/** Which service owns a path. */
final class Routes {
    private static final Set<String> SESSION = Set.of("courses", "sessions", "protocols", "safety-tasks");
    private static final Set<String> SESSION_BELOW_PATIENTS = Set.of("courses", "measures");
    private static final Set<String> NOTIFICATION =
            Set.of("reminders", "messages", "worklist", "policies", "inbound", "providers");

    private Routes() {}

    static String serviceOf(String path) {
        var segments = path.split("[/?]", -1); // the first is empty
        var first = segments.length > 1 ? segments[1] : "";
        if (SESSION.contains(first)
                || first.equals("patients") && segments.length > 3 && SESSION_BELOW_PATIENTS.contains(segments[3])) {
            return "session-service";
        }
        return NOTIFICATION.contains(first) ? "notification-service" : "scheduling-service";
    }
}

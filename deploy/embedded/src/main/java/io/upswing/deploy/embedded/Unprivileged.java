package io.upswing.deploy.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, and still owns its files. */
final class Unprivileged {
    private static final List<String> PREFIX = prefix();

    private Unprivileged() {}

    static List<String> command(List<String> command) {
        var prefixed = new ArrayList<>(PREFIX);
        prefixed.addAll(command);
        return prefixed;
    }

    private static List<String> prefix() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!works(List.of("unshare", "-U", "true"))) {
            throw new IllegalStateException(
                    "PostgreSQL does not run as root and this machine has no user namespaces:" + " use another user");
        }
        return List.of("unshare", "-U");
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

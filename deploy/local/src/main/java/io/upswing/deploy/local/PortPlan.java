package io.upswing.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Who listens where, by name; the mail server has a second port, the page of its mail. A provider of text messages has one
 * only where it is chosen: without {@code CLINIC_PORT_SMS} there is none.
 */
final class PortPlan {
    static final String MAIL_PAGE = "mail-page";
    static final String SMS = "sms";
    private static final Map<String, Integer> DEFAULTS = defaults();

    private final Map<String, Integer> ports;

    private PortPlan(Map<String, Integer> ports) {
        this.ports = ports;
    }

    /** The defaults, overridden by {@code CLINIC_PORT_SESSION_SERVICE=9081} and the like. */
    static PortPlan from(Map<String, String> environment) {
        var ports = new LinkedHashMap<>(DEFAULTS);
        ports.replaceAll((name, port) -> {
            var configured = environment.get(variable(name));
            return configured == null ? port : parse(variable(name), configured);
        });
        var sms = environment.get(variable(SMS));
        if (sms != null) {
            ports.put(SMS, parse(variable(SMS), sms));
        }
        return new PortPlan(ports);
    }

    /** The ports of the system that runs, as it was started. */
    static PortPlan load(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ports = new LinkedHashMap<>(DEFAULTS);
        ports.replaceAll((name, port) -> parse(name, properties.getProperty(name, Integer.toString(port))));
        var sms = properties.getProperty(SMS);
        if (sms != null) {
            ports.put(SMS, parse(SMS, sms));
        }
        return new PortPlan(ports);
    }

    void save(Path file) {
        var lines = ports.entrySet().stream()
                .map(port -> port.getKey() + "=" + port.getValue())
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return ports.containsKey(name);
    }

    int of(String name) {
        var port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException(name);
        }
        return port;
    }

    /** Complains when somebody else listens on a port that is wanted. */
    void requireFree(List<String> names, IntPredicate taken) {
        var complaints = names.stream()
                .filter(name -> taken.test(of(name)))
                .map(name -> "Port " + of(name) + " is taken, and " + name + " wants it: stop what listens there, or"
                        + " choose another port with " + variable(name) + ".")
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new Complaint(complaints);
        }
    }

    private static String variable(String name) {
        return "CLINIC_PORT_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static int parse(String name, String text) {
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Complaint(name + " is a port, a number from 1 to 65535, not " + text + ".");
    }

    private static Map<String, Integer> defaults() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("kafka", 9092);
        ports.put("postgres", 5432);
        ports.put("smtp", 1025);
        ports.put(MAIL_PAGE, 8025);
        ports.put("session-service", 8081);
        ports.put("scheduling-service", 8082);
        ports.put("notification-service", 8083);
        return ports;
    }
}

package io.upswing.http;

import io.upswing.eventlog.Request;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Turns the HTTP request into the log's: who asks, and how a repeat of the same request is recognised. */
@RequestScoped
public class Commands {
    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final Caller caller;
    private final RequestBody body;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final jakarta.ws.rs.core.Request request;

    Commands(Caller caller, RequestBody body, HttpHeaders headers, UriInfo uri, jakarta.ws.rs.core.Request request) {
        this.caller = caller;
        this.body = body;
        this.headers = headers;
        this.uri = uri;
        this.request = request;
    }

    /**
     * The request of this call. With an {@code Idempotency-Key} the id of the event that answers it follows from clinic,
     * method, path and key; without one a repeat is a new command.
     */
    public Request request() {
        var key = headers.getHeaderString(KEY);
        if (key == null) {
            return new Request(caller.clinic(), caller.actor(), UUID.randomUUID(), null, null);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new BadInput(KEY, "must have 1 to " + LONGEST_KEY + " characters");
        }
        var id = eventId(caller.clinic(), request.getMethod(), uri.getPath(), key);
        return new Request(
                caller.clinic(),
                caller.actor(),
                id,
                body.hash(uri.getRequestUri().getRawQuery()),
                null);
    }

    /** A UUID of version 8 from a hash that nobody can make collide across clinics. */
    static UUID eventId(String clinic, String method, String path, String key) {
        var name = String.join("\n", clinic, method, canonical(path), key);
        var hash = ByteBuffer.wrap(Sha256.of(name.getBytes(StandardCharsets.UTF_8)));
        return new UUID(
                hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L,
                hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
    }

    /** One path for what a resource reads as the same: a slash at its end and the spelling of an id make no other. */
    private static String canonical(String path) {
        return Arrays.stream(path.split("/")).map(Commands::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String text) {
        try {
            return UUID.fromString(text).toString(); // as the parameter of a path is read
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}

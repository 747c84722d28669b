package io.upswing.http;

import jakarta.ws.rs.BadRequestException;

/** A value of the query that cannot be read. */
final class BadQuery extends BadRequestException {
    private static final long serialVersionUID = 1L;

    BadQuery(String reason) {
        super(reason);
    }
}

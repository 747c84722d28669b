package io.upswing.http;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is asking, and for which clinic: both only ever come from the token. */
@RequestScoped
public class Caller {
    private static final int LONGEST = 100;

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    public String clinic() {
        return claim("clinic", token.getClaim("clinic") instanceof String clinic ? clinic : null);
    }

    /** The subject of the token: written into every record. */
    public String actor() {
        return claim("sub", token.getSubject());
    }

    /** Whether the caller has the role, or one that implies it. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    private static String claim(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST || Text.fault(value) != null) {
            throw new ForbiddenException("The token has no usable claim " + name + ".");
        }
        return value;
    }
}

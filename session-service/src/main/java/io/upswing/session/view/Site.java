package io.upswing.session.view;

import java.time.ZoneId;
import java.util.UUID;

/** A site as far as this service needs it; its zone never changes. */
public record Site(UUID siteId, String clinic, ZoneId zone) {}

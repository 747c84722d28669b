package io.upswing.session.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of what was recorded, by which the history names it; absent where nothing had to be. */
record Entry(@Nullable UUID id) {}

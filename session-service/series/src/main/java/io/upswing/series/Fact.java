package io.upswing.series;

import java.util.UUID;

/** Something that one event told, and that is undone when that event is taken back. */
interface Fact {
    UUID event();
}

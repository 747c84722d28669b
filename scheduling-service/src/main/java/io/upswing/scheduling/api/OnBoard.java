package io.upswing.scheduling.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.upswing.scheduling.view.AppointmentView;
import java.util.List;

/** An appointment on the board of its day; {@code uncovered}: what it lacks of its site, as {@code why} elsewhere. */
record OnBoard(@JsonUnwrapped AppointmentView appointment, List<String> uncovered) {}

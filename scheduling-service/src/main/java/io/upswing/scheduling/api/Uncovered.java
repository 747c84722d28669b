package io.upswing.scheduling.api;

import io.upswing.scheduling.view.UncoveredView;
import java.util.List;

/** Who stands in the calendar without what they need of their site, and must be told. */
record Uncovered(List<UncoveredView> uncovered) {}

package io.upswing.scheduling.view;

import io.upswing.scheduling.view.LinkedAppointment.LinkedPlace;
import java.util.UUID;

/** A course of whose sessions its patient books the next one. */
public record LinkedCourse(String clinic, UUID courseId, UUID patientId, LinkedPlace place) {}

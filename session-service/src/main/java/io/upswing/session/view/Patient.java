package io.upswing.session.view;

import java.time.LocalDate;
import java.util.UUID;

/** A patient as far as this service knows one. */
public record Patient(UUID patientId, String clinic, LocalDate birthDate) {}

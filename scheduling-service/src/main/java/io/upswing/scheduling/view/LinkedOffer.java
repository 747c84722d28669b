package io.upswing.scheduling.view;

import io.upswing.scheduling.view.LinkedAppointment.LinkedPlace;

/** Whose clinic made an offer, and where its patient would come to. */
public record LinkedOffer(String clinic, LinkedPlace place) {}
